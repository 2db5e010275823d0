package org.doubtless.exchange;

/** A form that an export comes in. */
public enum Format {
    CSV("csv", "text/csv;charset=UTF-8", ".csv"),
    JSON("json", "application/json", ".json"),
    COCO("coco", "application/json", ".coco.json"),
    IMAGE_FOLDER("imagefolder", "application/zip", ".zip");

    private final String word;
    private final String mediaType;
    private final String ending;

    Format(String word, String mediaType, String ending) {
        this.word = word;
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String word() {
        return word;
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }

    /** The key of what its {@link ExportMessages} call it. */
    public String titleMessage() {
        return word + "Title";
    }

    /** Whether the manifest is inside; beside a table it is a file of its own. */
    public boolean holdsManifest() {
        return this != CSV;
    }

    /** Whether images without a label are in it. */
    boolean hasUnlabelled() {
        return this != IMAGE_FOLDER;
    }
}
