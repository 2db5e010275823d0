package org.doubtless.cli.predict;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.learning.PortableModel;
import org.doubtless.pool.files.CheckImage;
import org.doubtless.pool.files.DecodeImage;
import org.doubtless.pool.files.FileLimits;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.pool.files.SharedMemory;

/** Answers for pictures by some hundred at a time, in their order; one that cannot be read keeps none from its answer. */
final class AnswerPictures {
    private static final int CHUNK = 500;
    private static final int HEAP_PARTS = 4;

    private final PortableModel model;
    private final int side;
    private final Consumer<List<Answer>> print;
    private final CheckImage check;
    private final List<Waiting> waiting = new ArrayList<>();

    /** @param side to which pictures are brought */
    AnswerPictures(PortableModel model, int side, Consumer<List<Answer>> print) {
        this.model = model;
        this.side = side;
        this.print = print;
        this.check = new CheckImage(FileLimits.USUAL, new DecodeImage(SharedMemory.partOfHeap(HEAP_PARTS)));
    }

    private record Waiting(String picture, Pictures.Content content) {}

    /** A picture's features, or why it has none. */
    private record Seen(float[] row, String refusal) {}

    void all(List<Path> paths) {
        new Pictures(check, FileLimits.USUAL)
                .each(
                        paths,
                        (picture, content) -> {
                            waiting.add(new Waiting(picture, content));
                            if (waiting.size() == CHUNK) {
                                answer();
                            }
                        },
                        this::answer);
        answer();
    }

    private void answer() {
        List<Seen> seen = waiting.parallelStream().map(this::see).toList();
        List<ImageDoubt> doubts = model.score(
                seen.stream().map(Seen::row).filter(row -> row != null).toList());
        List<Answer> answers = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < seen.size(); i++) {
            boolean refused = seen.get(i).row() == null;
            answers.add(new Answer(
                    waiting.get(i).picture(),
                    refused ? null : doubts.get(next++),
                    seen.get(i).refusal()));
        }
        waiting.clear();
        print.accept(answers);
    }

    private Seen see(Waiting picture) {
        try {
            BufferedImage image = check.picture(picture.content().read(), side);
            return new Seen(model.extract(image), null);
        } catch (NoSuchFileException e) {
            return new Seen(null, "There is no such file. Check its path.");
        } catch (RefusedFile e) {
            return new Seen(null, e.getMessage());
        } catch (IOException e) {
            return new Seen(null, "It cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            return new Seen(null, "No features can be made of it: " + e.getMessage());
        }
    }
}
