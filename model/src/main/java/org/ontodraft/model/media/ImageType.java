package org.ontodraft.model.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of image a media folder holds, each told by its name and by how its bytes begin. */
public enum ImageType {
  PNG("png"),
  JPEG("jpg", "jpeg"),
  GIF("gif"),
  SVG("svg"),
  WEBP("webp");

  /** How far into a text its first element is looked for. */
  private static final int HEAD = 4096;

  private final List<String> extensions;

  ImageType(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** The kind that a file of this name should be. */
  public static Optional<ImageType> ofName(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0) {
      return Optional.empty();
    }
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    for (ImageType type : values()) {
      if (type.extensions.contains(extension)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether bytes begin as those of this kind do. */
  public boolean begins(byte[] bytes) {
    return switch (this) {
      case PNG -> startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n");
      case JPEG -> startsWith(bytes, 0, "\u00ff\u00d8\u00ff");
      case GIF -> startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a");
      case WEBP -> startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP");
      case SVG -> {
        String head =
            new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8).strip();
        yield (head.startsWith("<") || head.startsWith("\uFEFF<")) && head.contains("<svg");
      }
    };
  }

  private static boolean startsWith(byte[] bytes, int at, String start) {
    if (bytes.length < at + start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if ((bytes[at + i] & 0xff) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
