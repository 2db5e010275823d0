package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.doubtless.learning.posterior.PosteriorKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws {@code docs/pictures/doubt-away-from-data.png} and prints its figures: {@code mvn test
 * -Pbenchmark -Dtest=DoubtFigureBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("benchmark")
class DoubtFigureBenchmark {

    private static final Path PICTURE = Path.of("docs", "pictures", "doubt-away-from-data.png");
    private static final double[] PLACES = NoisySine.grid(-10, 10, 201);
    private static final int DRAWS = 50;
    private static final Color MODEL = new Color(0x2f, 0x6f, 0xb3, 90);
    private static final Color DATA = new Color(0xe0, 0x9b, 0x2d, 70);

    @Test
    void drawsEveryPosterior() throws IOException {
        NoisySine sine = NoisySine.seen(400, 1);
        List<Chart<?, ?>> charts = new ArrayList<>();
        Map<PosteriorKind, NoisySine.Answers> all = new EnumMap<>(PosteriorKind.class);
        for (PosteriorKind kind : PosteriorKind.values()) {
            NoisySine.Answers answers = sine.learn(kind, DRAWS, PLACES);
            all.put(kind, answers);
            System.out.printf(
                    "%s: model doubt %.3f inside, %.3f left, %.3f right; data doubt %.3f where quiet, %.3f where noisy%n",
                    kind.label(),
                    mean(answers::modelDoubt, -4, 4),
                    mean(answers::modelDoubt, -10, -8),
                    mean(answers::modelDoubt, 8, 10),
                    mean(answers::dataDoubt, -4.5, -0.5),
                    mean(answers::dataDoubt, 0.5, 4.5));
            charts.add(chart(kind, sine, answers));
        }
        charts.add(doubts(all));
        BitmapEncoder.saveBitmap(charts, 3, 2, PICTURE.toString(), BitmapEncoder.BitmapFormat.PNG);
        assertThat(Files.size(PICTURE)).isPositive();
    }

    private static double mean(IntToDoubleFunction doubt, double from, double to) {
        return IntStream.range(0, PLACES.length)
                .filter(place -> PLACES[place] >= from && PLACES[place] <= to)
                .mapToDouble(doubt)
                .average()
                .orElseThrow();
    }

    private static XYChart chart(PosteriorKind kind, NoisySine sine, NoisySine.Answers answers) {
        XYChart chart =
                new XYChartBuilder().width(480).height(340).title(kind.label()).build();
        chart.getStyler()
                .setLegendVisible(kind == PosteriorKind.MC_DROPOUT)
                .setLegendPosition(LegendPosition.InsideSW)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        chart.getStyler().setYAxisMin(-4.0).setYAxisMax(4.0).setXAxisMin(-10.0).setXAxisMax(10.0);
        band(
                chart,
                "+- 2 both doubts",
                DATA,
                answers,
                place -> Math.hypot(answers.modelDoubt(place), answers.dataDoubt(place)));
        band(chart, "+- 2 model doubt", MODEL, answers, answers::modelDoubt);
        line(
                chart,
                "sin x",
                IntStream.range(0, PLACES.length)
                        .mapToDouble(i -> Math.sin(PLACES[i]))
                        .toArray(),
                Color.GRAY);
        line(
                chart,
                "mean",
                IntStream.range(0, PLACES.length).mapToDouble(answers::mean).toArray(),
                MODEL.darker());
        XYSeries seen = chart.addSeries("seen", sine.xs(), sine.ys());
        seen.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        seen.setMarkerColor(new Color(0, 0, 0, 110));
        seen.setMarker(SeriesMarkers.CIRCLE);
        chart.getStyler().setMarkerSize(3);
        return chart;
    }

    /** Model doubt of all of them, which grows on both sides of the data. */
    private static XYChart doubts(Map<PosteriorKind, NoisySine.Answers> all) {
        XYChart chart = new XYChartBuilder()
                .width(480)
                .height(340)
                .title("model doubt (data: -5 to 5)")
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.InsideN)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(2.0).setXAxisMin(-10.0).setXAxisMax(10.0);
        all.forEach((kind, answers) -> {
            double[] doubt = IntStream.range(0, PLACES.length)
                    .mapToDouble(place -> Math.min(2, answers.modelDoubt(place)))
                    .toArray();
            XYSeries line = chart.addSeries(kind.label(), PLACES, doubt);
            line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
            line.setLineStyle(new BasicStroke(1.6f));
            line.setMarker(SeriesMarkers.NONE);
        });
        return chart;
    }

    private static void band(
            XYChart chart, String name, Color colour, NoisySine.Answers answers, IntToDoubleFunction doubt) {
        int count = PLACES.length;
        double[] xs = new double[2 * count];
        double[] ys = new double[2 * count];
        for (int place = 0; place < count; place++) {
            double mean = answers.mean(place);
            double wide = 2 * doubt.applyAsDouble(place);
            xs[place] = PLACES[place];
            ys[place] = clip(mean + wide);
            xs[2 * count - 1 - place] = PLACES[place];
            ys[2 * count - 1 - place] = clip(mean - wide);
        }
        XYSeries band = chart.addSeries(name, xs, ys);
        band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        band.setFillColor(colour);
        band.setLineColor(colour);
        band.setLineStyle(new BasicStroke(0.1f));
        band.setMarker(SeriesMarkers.NONE);
    }

    private static double clip(double y) {
        return Math.max(-4, Math.min(4, y));
    }

    private static void line(XYChart chart, String name, double[] ys, Color colour) {
        double[] clipped =
                IntStream.range(0, ys.length).mapToDouble(i -> clip(ys[i])).toArray();
        XYSeries line = chart.addSeries(name, PLACES, clipped);
        line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        line.setLineColor(colour);
        line.setLineStyle(new BasicStroke(1.6f));
        line.setMarker(SeriesMarkers.NONE);
    }
}
