package org.doubtless.pool.files;

/** Formats that people try to send and that are not read; each is known by its first bytes. */
enum ForeignFormat {
    PSD("PSD", 0, "8BPS"),
    PDF("PDF", 0, "%PDF-"),
    DICOM("DICOM", 128, "DICM"),
    JPEG_2000("JPEG 2000", 4, "jP  "),
    JPEG_2000_STREAM("JPEG 2000", 0, "\u00ffO\u00ffQ"),
    JPEG_XL("JPEG XL", 0, "\u00ff\n"),
    JPEG_XL_BOX("JPEG XL", 4, "JXL "),
    JPEG_XR("JPEG XR", 0, "II\u00bc"),
    CANON_RAW("Canon RAW (CR2)", 8, "CR\u0002"),
    FUJI_RAW("Fuji RAW (RAF)", 0, "FUJIFILMCCD-RAW"),
    ICO("ICO", 0, "\0\0\1\0"),
    OPEN_EXR("OpenEXR", 0, "v/1\1"),
    RADIANCE("Radiance HDR", 0, "#?RADIANCE"),
    FITS("FITS", 0, "SIMPLE  ="),
    HDF5("HDF5", 0, "\u0089HDF\r\n"),
    CZI("Zeiss CZI", 0, "ZISRAWFILE"),
    DJVU("DjVu", 0, "AT&TFORM"),
    GIMP("GIMP XCF", 0, "gimp xcf"),
    NUMPY("NumPy", 0, "\u0093NUMPY"),
    MATROSKA("Video (Matroska or WebM)", 0, "\u001aE\u00df\u00a3"),
    RIFF_AVI("Video (AVI)", 8, "AVI "),
    GZIP("gzip", 0, "\u001f\u008b", true),
    BZIP2("bzip2", 0, "BZh", true),
    XZ("xz", 0, "\u00fd7zXZ", true),
    ZSTD("Zstandard", 0, "(\u00b5/\u00fd", true),
    SEVEN_ZIP("7-Zip", 0, "7z\u00bc\u00af'\u001c", true),
    RAR("RAR", 0, "Rar!\u001a\u0007", true),
    TAR("tar", 257, "ustar", true);

    private final String name;
    private final int offset;
    private final String magic;
    private final boolean archive;

    ForeignFormat(String name, int offset, String magic) {
        this(name, offset, magic, false);
    }

    ForeignFormat(String name, int offset, String magic, boolean archive) {
        this.name = name;
        this.offset = offset;
        this.magic = magic;
        this.archive = archive;
    }

    /** Does nothing for a file that is none of these. */
    static void refuse(byte[] head) throws RefusedFile {
        for (ForeignFormat format : values()) {
            if (Bytes.startsWith(head, format.offset, format.magic)) {
                throw new RefusedFile(
                        RefusalReason.UNSUPPORTED,
                        format.name
                                + (format.archive
                                        ? " is not read. Pack the images as a ZIP instead."
                                        : " is not read. Save it as TIFF, PNG or JPEG."));
            }
        }
        if (Bytes.startsWith(head, 4, "ftyp")) {
            throw new RefusedFile(
                    RefusalReason.UNSUPPORTED, isoMedia(head) + " is not read. Save it as JPEG, PNG or TIFF.");
        }
    }

    private static String isoMedia(byte[] head) {
        for (String brand : new String[] {"avif", "avis"}) {
            if (Bytes.startsWith(head, 8, brand)) {
                return "AVIF";
            }
        }
        for (String brand : new String[] {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"}) {
            if (Bytes.startsWith(head, 8, brand)) {
                return "HEIC";
            }
        }
        return Bytes.startsWith(head, 8, "crx ") ? "Canon RAW (CR3)" : "Video (MP4 or MOV)";
    }
}
