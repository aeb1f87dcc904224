package org.ontodraft.app.ui.editor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ontodraft.app.ui.control.code.CodeLanguage;
import org.ontodraft.app.ui.control.code.CodeLimits;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.DecodeResult;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.FileBytes;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.SourceProblem;
import tools.jackson.databind.JsonNode;

/**
 * An entity as the text of its files, to be read and typed into: the text that would be committed,
 * or its content as JSON where a file could not be typed and read back unchanged. Any thread.
 *
 * @param overlay the ontology it was read from
 * @param document what the parts say
 * @param parts the files, the one that names the entity first; or one text of JSON
 * @param form what the parts are
 */
record RawEntity(
    DraftOverlay overlay, EntityKey key, EntityDocument document, List<Part> parts, Form form) {
  RawEntity {
    parts = List.copyOf(parts);
  }

  /** What is typed into. */
  enum Form {
    /** The files as they will be committed. */
    FILES,
    /** The content as JSON: the files hold what cannot be typed, or cannot hold the content. */
    CONTENT,
    /** Nothing: it is longer than can be typed into. */
    TOO_LONG
  }

  /**
   * One text, with a line feed at each line's end.
   *
   * @param crLf whether the file's lines end in CR LF
   * @param marked whether the file begins with a byte order mark
   */
  record Part(String path, String text, boolean crLf, boolean marked) {
    private static Part of(String path, String text) {
      boolean marked = text.startsWith("\uFEFF");
      String body = marked ? text.substring(1) : text;
      boolean crLf = body.contains("\r\n");
      return new Part(path, crLf ? body.replace("\r\n", "\n") : body, crLf, marked);
    }

    /** A text typed in its place, as the file would have it. */
    private String fileText(String typed) {
      return (marked ? "\uFEFF" : "") + (crLf ? typed.replace("\n", "\r\n") : typed);
    }

    private boolean typeable(String file) {
      boolean plain = text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0x7F);
      return plain && fileText(text).equals(file);
    }

    CodeLanguage language() {
      return path.endsWith(FileFormat.WIKITEXT.extension())
          ? CodeLanguage.WIKITEXT
          : CodeLanguage.JSON;
    }
  }

  /** The entity of a draft. Encodes its files: not for the FX thread. */
  static RawEntity of(DraftOverlay overlay, EntityKey key, EntityDocument document) {
    List<Part> parts = new ArrayList<>();
    boolean typeable = true;
    for (DraftFiles.FileChange file : DraftFiles.ofEntity(overlay, key)) {
      String text = file.after();
      if (text != null) {
        Part part = Part.of(file.path(), text);
        parts.add(part);
        typeable &= part.typeable(text);
      }
    }
    RawEntity files = new RawEntity(overlay, key, document, parts, Form.FILES);
    boolean faithful =
        typeable
            && !parts.isEmpty()
            && files.read(files.texts()) instanceof RawReading.Read(EntityDocument read)
            && JsonText.same(read.json(), document.json());
    RawEntity shown = faithful ? files : content(overlay, key, document);
    return shown.parts().stream().allMatch(part -> CodeLimits.allow(part.text()))
        ? shown
        : new RawEntity(overlay, key, document, shown.parts(), Form.TOO_LONG);
  }

  private static RawEntity content(DraftOverlay overlay, EntityKey key, EntityDocument document) {
    String path = RepositoryLayout.pathOf(key, FileFormat.JSON);
    Part part = new Part(path, JsonText.show(document.json()), false, false);
    return new RawEntity(overlay, key, document, List.of(part), Form.CONTENT);
  }

  /** The texts of the parts. */
  List<String> texts() {
    return parts.stream().map(Part::text).toList();
  }

  /** What texts typed in the place of the parts say. Parses: not for the FX thread. */
  RawReading read(List<String> typed) {
    List<FileBytes> files = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String text = part.fileText(typed.get(i));
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
        return new RawReading.HalfCharacter(i);
      }
      files.add(new FileBytes(part.path(), "", text.getBytes(StandardCharsets.UTF_8)));
    }
    return switch (EntityCodec.ofPath(parts.getFirst().path()).decode(key, files)) {
      case DecodeResult.Decoded decoded ->
          new RawReading.Read(
              withImages(FileFormat.of(overlay, key).settle(key, decoded.document())));
      case DecodeResult.Rejected(List<SourceProblem> problems) -> unreadable(typed, problems);
    };
  }

  /** The images of a draft are in no file, so that a text typed in its place leaves them. */
  private EntityDocument withImages(EntityDocument read) {
    JsonNode images = document.get(EntityFields.IMAGES_MEMBER);
    return key.type() == EntityType.MEDIA && images != null
        ? read.with(EntityType.MEDIA, EntityFields.IMAGES_MEMBER, images)
        : read;
  }

  private RawReading unreadable(List<String> typed, List<SourceProblem> problems) {
    SourceProblem first = problems.getFirst();
    int part = Math.max(0, parts.stream().map(Part::path).toList().indexOf(first.path()));
    int line = Math.max(1, first.line());
    if (first.code() == SourceProblem.Code.MALFORMED
        && parts.get(part).language() == CodeLanguage.JSON
        && JsonText.read(typed.get(part))
            instanceof TypedValue.Invalid(FieldProblem.NotJson(int at, int column))) {
      return new RawReading.Unreadable(part, at, column, first);
    }
    return new RawReading.Unreadable(part, line, firstColumn(typed.get(part), line), first);
  }

  /** Where the text of a line begins, from 1. */
  private static int firstColumn(String text, int line) {
    String found = text.lines().skip(line - 1L).findFirst().orElse("");
    return 1 + found.length() - found.stripLeading().length();
  }
}
