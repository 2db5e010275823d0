package org.doubtless.cli.simulate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.doubtless.learning.simulation.SimulatedTurn;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws learning curves beside one another: the median over the seeds, with a band from the worst to the best, at those numbers
 * of labels at which all have a point. Where runs ended once they had reached a target, those that went on are the slow ones.
 */
final class CurvePlot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    // Told apart in grey and by people who see few colours, by their markers too.
    private static final Color[] COLOURS = {
        new Color(0x1F5FA8), new Color(0xC8553D), new Color(0x4B8F5A), new Color(0x8A5FA8), new Color(0x7A6A3A)
    };
    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.CROSS
    };
    private static final int BAND = 48;

    private CurvePlot() {}

    /** Draws the curves by name into a file; its ending, png or svg, says how. */
    static void draw(Map<String, List<SimulatedTurn>> curves, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        XYChart chart = chart(curves);
        try {
            if (name.endsWith(".png")) {
                ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
            } else if (name.endsWith(".svg")) {
                svg(chart, file);
            } else {
                throw new BadInput(file + " ends neither in .png nor in .svg, so how to draw it is not known.");
            }
        } catch (IOException e) {
            throw new BadInput("The picture cannot be written to " + file + ": " + e.getMessage());
        }
    }

    private static void svg(XYChart chart, Path file) throws IOException {
        SVGGraphics2D graphics = new SVGGraphics2D(GenericDOMImplementation.getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null));
        graphics.setSVGCanvasSize(new java.awt.Dimension(WIDTH, HEIGHT));
        chart.paint(graphics, WIDTH, HEIGHT);
        try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            graphics.stream(out, true);
        }
    }

    static XYChart chart(Map<String, List<SimulatedTurn>> curves) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle("labels")
                .yAxisTitle("accuracy on the test images, %")
                .build();
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setPlotBorderVisible(false);
        chart.getStyler().setPlotGridLinesColor(new Color(0xE6E6E2));
        chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
        chart.getStyler().setLegendBorderColor(new Color(0xE6E6E2));
        chart.getStyler().setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        chart.getStyler().setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        int at = 0;
        for (Map.Entry<String, List<SimulatedTurn>> curve : curves.entrySet()) {
            add(chart, curve.getKey(), curve.getValue(), at++);
        }
        return chart;
    }

    private static void add(XYChart chart, String name, List<SimulatedTurn> points, int at) {
        TreeMap<Integer, List<Double>> byLabels = points.stream()
                .collect(Collectors.groupingBy(
                        SimulatedTurn::labels,
                        TreeMap::new,
                        Collectors.mapping(point -> 100 * point.accuracy(), Collectors.toList())));
        long runs = points.stream().map(SimulatedTurn::seed).distinct().count();
        if (byLabels.values().stream().anyMatch(all -> all.size() == runs)) {
            byLabels.values().removeIf(some -> some.size() < runs);
        }
        List<Integer> labels = new ArrayList<>(byLabels.keySet());
        List<Double> medians = new ArrayList<>();
        List<Double> outline = new ArrayList<>();
        List<Integer> outlineLabels = new ArrayList<>();
        for (int label : labels) {
            List<Double> sorted = byLabels.get(label).stream().sorted().toList();
            medians.add((sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2);
            outline.add(sorted.get(0));
            outlineLabels.add(label);
        }
        for (int i = labels.size() - 1; i >= 0; i--) {
            outline.add(byLabels.get(labels.get(i)).stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElseThrow());
            outlineLabels.add(labels.get(i));
        }
        Color colour = COLOURS[at % COLOURS.length];
        XYSeries band = chart.addSeries(name + " (worst to best seed)", outlineLabels, outline);
        band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        band.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND));
        band.setLineColor(new Color(0, 0, 0, 0));
        band.setMarker(SeriesMarkers.NONE);
        band.setShowInLegend(false);
        XYSeries line = chart.addSeries(name, labels, medians);
        line.setLineColor(colour);
        line.setLineStyle(new BasicStroke(2));
        line.setMarker(MARKERS[at % MARKERS.length]);
        line.setMarkerColor(colour);
    }
}
