package org.doubtless.demo.pollen;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How one grain is built.
 *
 * @param radius in pixels
 * @param ornaments what an expert looks for; drawn in this order
 */
record Anatomy(double radius, Outline outline, Wall wall, Texture texture, List<Ornament> ornaments) {
    static Anatomy grow(Species species, SplittableRandom random) {
        return grow(species, usualCorners(species, random), random);
    }

    /** A grain that could be either: half-way in every respect. */
    static Anatomy between(Species first, Species second, SplittableRandom random) {
        int corners = (usualCorners(first, random) + usualCorners(second, random) + 1) / 2;
        Anatomy a = grow(first, corners, random);
        Anatomy b = grow(second, corners, random);
        return new Anatomy(
                (a.radius + b.radius) / 2,
                Outline.between(a.outline, b.outline),
                Wall.between(a.wall, b.wall),
                Texture.between(a.texture, b.texture),
                between(a.ornaments, b.ornaments));
    }

    private static int usualCorners(Species species, SplittableRandom random) {
        int tenth = random.nextInt(10);
        return switch (species) {
            case ALDER -> tenth < 6 ? 5 : tenth < 9 ? 4 : 6;
            case ASH -> 4;
            case PLANTAIN -> 6 + tenth / 2;
            case PINE, GRASS -> 1;
            case BIRCH, HAZEL, OAK, MUGWORT, NETTLE -> 3;
        };
    }

    /** Corners is the number of whatever the species repeats around itself: pores, furrows or sides. */
    private static Anatomy grow(Species species, int corners, SplittableRandom random) {
        return switch (species) {
            case BIRCH ->
                of(
                        58,
                        Outline.polygon(corners, 0.48),
                        new Wall(0.08, 1.0, 0.82),
                        new Texture(0.05, 0.03, 0),
                        new CornerPores(corners, 0.135, 0.5));
            case HAZEL ->
                of(
                        54,
                        Outline.polygon(corners, 0.28),
                        new Wall(0.06, 0.7, 0.62),
                        new Texture(0.09, 0.1, 0),
                        new CornerPores(corners, 0.075, 0.1));
            case NETTLE ->
                of(
                        35,
                        Outline.polygon(corners, 0.16),
                        new Wall(0.08, 0.5, 0.72),
                        new Texture(0.07, 0.04, 0),
                        new CornerPores(corners, 0.1, 0.1));
            case ALDER ->
                of(
                        58,
                        Outline.polygon(corners, 0.95),
                        new Wall(0.08, 1.0, 0.62),
                        new Texture(0.04, 0.03, 0),
                        new Arcs(corners, corners == 4 ? 0.44 : 0.56, 0.75),
                        new CornerPores(corners, 0.11, 0.5));
            case OAK ->
                of(
                        59,
                        Outline.polygon(corners, 0.22),
                        new Wall(0.1, 0.9, 0.92),
                        new Texture(0.1, 0.2, 0),
                        new Furrows(corners, 0.64, 0.24));
            case ASH ->
                of(
                        49,
                        Outline.polygon(corners, 0.7),
                        new Wall(0.11, 0.85, 0.72),
                        new Texture(0.06, 0.06, 0.3),
                        new Furrows(corners, 0.66, 0.22));
            case MUGWORT ->
                of(
                        52,
                        Outline.lobes(corners, 0.12),
                        new Wall(0.19, 0.85, 0.6),
                        new Texture(0.07, 0.1, 0),
                        new Furrows(corners, 0.72, 0.22),
                        new Spines(48, 0.045));
            case GRASS ->
                of(
                        65,
                        Outline.circle(),
                        new Wall(0.045, 0.7, 0.6),
                        new Texture(0.07, 0.07, 0),
                        new ScatteredPores(corners, 0.1, 0.6));
            case PLANTAIN ->
                of(
                        57,
                        Outline.circle(),
                        new Wall(0.095, 0.85, 0.86),
                        new Texture(0.17, 0.1, 0),
                        new ScatteredPores(corners, 0.105, 0.2));
            case PINE ->
                of(
                        41,
                        Outline.circle(),
                        new Wall(0.08, 0.7, 0.74),
                        new Texture(0.09, 0.06, 0),
                        new Bladders(Vary.between(random, 0.66, 0.8), 1.2));
        };
    }

    private static Anatomy of(double radius, Outline outline, Wall wall, Texture texture, Ornament... ornaments) {
        return new Anatomy(radius, outline, wall, texture, List.of(ornaments));
    }

    private static List<Ornament> between(List<Ornament> a, List<Ornament> b) {
        List<Ornament> mixed = new ArrayList<>();
        for (Ornament ornament : a) {
            mixed.add(b.stream()
                    .filter(other -> other.getClass() == ornament.getClass())
                    .findFirst()
                    .map(ornament::towards)
                    .orElseGet(ornament::halved));
        }
        b.stream()
                .filter(ornament -> a.stream().noneMatch(other -> other.getClass() == ornament.getClass()))
                .map(Ornament::halved)
                .forEach(mixed::add);
        return List.copyOf(mixed);
    }
}
