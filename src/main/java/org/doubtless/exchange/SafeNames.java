package org.doubtless.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.doubtless.project.LabelClass;

/**
 * Names of folders and files that no unpacking can lead astray, on any system. A name that needs no change stays as it is,
 * where no other is the same; every other gets the number of what it names behind a sign that no unchanged name has. So
 * names are unique although none is remembered.
 */
final class SafeNames {
    static final String MANIFEST = "manifest.json";
    static final String TABLE = "images.csv";

    private static final char MARK = '~';
    private static final char INSTEAD = '_';
    private static final String UNFIT = "<>:\"/\\|?*" + MARK;
    private static final int MOST_BYTES = 150;
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "image/jpeg", List.of(".jpg", ".jpeg", ".jpe", ".jfif"),
            "image/png", List.of(".png"),
            "image/gif", List.of(".gif"),
            "image/webp", List.of(".webp"),
            "image/bmp", List.of(".bmp", ".dib"),
            "image/tiff", List.of(".tif", ".tiff"));

    private final Map<Long, String> folders = new HashMap<>();

    SafeNames(List<LabelClass> labels) {
        Set<String> taken = new HashSet<>(Set.of(MANIFEST, TABLE));
        for (LabelClass label : labels) {
            String safe = safe(label.name());
            boolean keeps = safe.equals(label.name()) && taken.add(safe.toLowerCase(Locale.ROOT));
            folders.put(label.id().value(), keeps ? safe : safe + MARK + label.id());
        }
    }

    /** A file as it came. */
    record Original(String filename, String mediaType) {}

    /**
     * Where an image goes.
     *
     * @param unique whether no other of this label has this name
     */
    String path(long label, Original file, long id, boolean unique) {
        return folders.get(label) + "/" + file(file, id, unique);
    }

    private static String file(Original file, long id, boolean unique) {
        String last = file.filename().substring(file.filename().lastIndexOf('/') + 1);
        List<String> endings = ENDINGS.getOrDefault(file.mediaType(), List.of(""));
        String lower = last.toLowerCase(Locale.ROOT);
        String ending = endings.stream()
                .filter(lower::endsWith)
                .findFirst()
                .map(found -> last.substring(last.length() - found.length()))
                .orElse("");
        String stem = last.substring(0, last.length() - ending.length());
        String safe = safe(stem);
        if (unique && safe.equals(stem) && !ending.isEmpty()) {
            return last;
        }
        return safe + MARK + id + (ending.isEmpty() ? endings.get(0) : ending);
    }

    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .takeWhile(point -> safe.toString().getBytes(StandardCharsets.UTF_8).length < MOST_BYTES)
                .forEach(point -> safe.appendCodePoint(isUnfit(point) ? INSTEAD : point));
        // Hidden files, options of commands, formulas in the table of paths, and ends that Windows cuts off.
        String whole = safe.toString()
                .replaceAll("^[.\\s=+@\uff1d\uff0b\uff0d\uff20-]+|[.\\s]+$", Character.toString(INSTEAD));
        return whole.isEmpty() || RESERVED.matcher(whole).matches() ? INSTEAD + whole : whole;
    }

    private static boolean isUnfit(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> UNFIT.indexOf(point) >= 0;
        };
    }
}
