using System.Globalization;
using QuickStart;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var report = new Report(Console.Out);
LessonChapter.Print(report);
TapeChapter.Print(report);
FitChapter.Print(report);
GeneratedCodeChapter.Print(report);

report.Title("Result");
report.Line($"{report.Right} figures right, {report.Wrong} wrong");
return report.Wrong == 0 ? 0 : 1;
