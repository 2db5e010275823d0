package org.doubtless.exchange;

/** A form that an export comes in. */
public enum Format {
    CSV("csv", "text/csv;charset=UTF-8", ".csv", "CSV table", "A row an image, for spreadsheets and notebooks."),
    JSON(
            "json",
            "application/json",
            ".json",
            "JSON",
            "The same with the project’s settings and the model’s origin inside."),
    COCO(
            "coco",
            "application/json",
            ".coco.json",
            "COCO",
            "Images, categories and one annotation for each labelled image."),
    IMAGE_FOLDER(
            "imagefolder",
            "application/zip",
            ".zip",
            "Image folders",
            "A ZIP with the labelled images, a folder for each label, and the table beside them.");

    private final String word;
    private final String mediaType;
    private final String ending;
    private final String title;
    private final String says;

    Format(String word, String mediaType, String ending, String title, String says) {
        this.word = word;
        this.mediaType = mediaType;
        this.ending = ending;
        this.title = title;
        this.says = says;
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

    public String title() {
        return title;
    }

    /** What it is, for a person. */
    public String says() {
        return says;
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
