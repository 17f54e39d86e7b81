package org.otklik.models.training;

import java.util.List;
import java.util.Locale;

/** Writes {@link Quality} for people: Markdown tables, and the coverage curve as SVG. */
public final class QualityReport {
  private static final int CONFUSIONS_SHOWN = 15;

  private QualityReport() {}

  /** All tables. */
  public static String markdown(Quality quality) {
    StringBuilder report = new StringBuilder();
    line(
        report,
        "texts %d, accuracy %s, top-3 %s, macro-F1 %s over labels with at least %d texts,"
            + " weighted F1 %s, calibration error %.3f%n",
        quality.texts(),
        quality.accuracy(),
        quality.top3(),
        quality.macroF1(),
        Quality.TEXTS_TO_COUNT,
        quality.weightedF1(),
        quality.calibrationError());
    line(report, "| label | texts | precision | recall | F1 |%n|---|---|---|---|---|");
    for (Quality.LabelQuality label : quality.labels()) {
      line(
          report,
          "| %s | %d | %.3f | %.3f | %.3f |",
          label.label(),
          label.texts(),
          label.precision(),
          label.recall(),
          label.f1());
    }
    line(report, "%n| people said | the model said | texts |%n|---|---|---|");
    quality.confusions().stream()
        .limit(CONFUSIONS_SHOWN)
        .forEach(
            confusion ->
                line(
                    report,
                    "| %s | %s | %d |",
                    confusion.truth(),
                    confusion.guess(),
                    confusion.texts()));
    line(report, "%n| stated probability | right | texts |%n|---|---|---|");
    for (Quality.CalibrationBin bin : quality.calibration()) {
      line(report, "| %.2f | %.2f | %d |", bin.stated(), bin.right(), bin.texts());
    }
    line(report, "%n| coverage | precision | probability from |%n|---|---|---|");
    for (Quality.Coverage coverage : quality.coverage()) {
      line(
          report,
          "| %.2f | %.3f | %.3f |",
          coverage.share(),
          coverage.precision(),
          coverage.threshold());
    }
    return report.toString();
  }

  private static void line(StringBuilder report, String format, Object... values) {
    report.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** The coverage curve: how precise the answers are when only the surest share is answered. */
  public static String svg(List<Quality.Coverage> coverage) {
    int left = 50;
    int top = 20;
    int width = 400;
    int height = 240;
    double lowest =
        Math.floor(coverage.stream().mapToDouble(Quality.Coverage::precision).min().orElse(0) * 10)
            / 10;
    StringBuilder points = new StringBuilder();
    for (Quality.Coverage point : coverage) {
      points.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              left + point.share() * width,
              top + (1 - point.precision()) / Math.max(0.1, 1 - lowest) * height));
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="470" height="310" font-family="sans-serif" font-size="12">
          <rect x="%d" y="%d" width="%d" height="%d" fill="none" stroke="#999"/>
          <polyline fill="none" stroke="#1f6feb" stroke-width="2" points="%s"/>
          <text x="%d" y="%d">1.0</text>
          <text x="%d" y="%d">%.1f</text>
          <text x="%d" y="%d" text-anchor="middle">share of messages answered, surest first</text>
          <text x="14" y="%d" transform="rotate(-90 14 %d)" text-anchor="middle">precision</text>
        </svg>
        """
        .formatted(
            left,
            top,
            width,
            height,
            points.toString().strip(),
            left - 26,
            top + 4,
            left - 26,
            top + height + 4,
            lowest,
            left + width / 2,
            top + height + 30,
            top + height / 2,
            top + height / 2);
  }
}
