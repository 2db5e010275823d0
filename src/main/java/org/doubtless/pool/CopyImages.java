package org.doubtless.pool;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.doubtless.copy.BinaryCopy;
import org.doubtless.jobs.JobId;
import org.doubtless.pool.files.CheckedImage;
import org.doubtless.project.ProjectId;

/** Sends new images to their three tables: what lists read, the bytes, the thumbnails. */
final class CopyImages {
    private static final String IMAGE =
            "image (id, project_id, sha256, filename, media_type, width, height, orientation,"
                    + " byte_count, arm, import_job, imported_at)";
    private static final int IMAGE_COLUMNS = 12;

    private final Connection connection;
    private final ProjectId project;
    private final JobId job;

    CopyImages(Connection connection, ProjectId project, JobId job) {
        this.connection = connection;
        this.project = project;
        this.job = job;
    }

    void copy(List<NewImage> images, Instant now) throws SQLException, IOException {
        if (images.isEmpty()) {
            return;
        }
        copyImages(images, now);
        try (BinaryCopy contents = new BinaryCopy(connection, "image_content (image_id, content)")) {
            for (NewImage image : images) {
                contents.row(2).number(image.id()).bytes(image.file().content());
            }
            contents.end();
        }
        copyThumbnails(images.stream()
                .filter(image -> image.file().checked().thumbnail() != null)
                .toList());
    }

    private void copyImages(List<NewImage> images, Instant now) throws SQLException, IOException {
        try (BinaryCopy rows = new BinaryCopy(connection, IMAGE)) {
            for (NewImage image : images) {
                CheckedImage checked = image.file().checked();
                rows.row(IMAGE_COLUMNS)
                        .number(image.id())
                        .number(project.value())
                        .bytes(image.file().sha256().bytes())
                        .text(image.file().name())
                        .text(checked.format().mediaType())
                        .integer(checked.width())
                        .integer(checked.height())
                        .smallInteger(checked.orientation())
                        .number(image.file().content().length)
                        .text(image.taken().arm().word())
                        .number(job.value())
                        .time(now);
            }
            rows.end();
        }
    }

    private void copyThumbnails(List<NewImage> images) throws SQLException, IOException {
        if (images.isEmpty()) {
            return;
        }
        try (BinaryCopy thumbnails = new BinaryCopy(connection, "image_thumbnail (image_id, content)")) {
            for (NewImage image : images) {
                thumbnails
                        .row(2)
                        .number(image.id())
                        .bytes(image.file().checked().thumbnail());
            }
            thumbnails.end();
        }
    }
}
