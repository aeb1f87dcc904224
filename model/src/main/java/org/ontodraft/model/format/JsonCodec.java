package org.ontodraft.model.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.DocumentShape.Mismatch;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;
import tools.jackson.databind.node.ObjectNode;

/**
 * Strict reading and format-preserving writing of JSON files (RFC 8259). Thread-safe.
 *
 * <p>Reading refuses duplicate member names, bytes that are not UTF-8, documents over 16 MiB,
 * strings over 4 MiB, numbers over 1,000 characters and nesting over 500; numbers keep their text.
 * Writing changes only the lines of the members that differ: indentation, one-line or exploded
 * arrays, member order, escapes, line ends and a missing final newline stay.
 */
public final class JsonCodec implements EntityCodec {
  static final JsonCodec INSTANCE = new JsonCodec();

  /** The largest document, in bytes. */
  public static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

  /** The deepest nesting of arrays and objects. */
  public static final int MAX_DEPTH = 500;

  /** The longest string, in UTF-16 units. */
  public static final int MAX_STRING_LENGTH = 4 * 1024 * 1024;

  /** The longest number, in characters. */
  public static final int MAX_NUMBER_LENGTH = 1_000;

  private JsonCodec() {}

  @Override
  public DecodeResult decode(EntityKey key, List<FileBytes> files) {
    FileBytes file = files.getFirst();
    DecodeResult result = decode(key.type(), file.path(), file.blobId(), file.bytes());
    if (key.type() == EntityType.MEDIA) {
      return MediaSidecar.decoded(key, result);
    }
    if (result instanceof DecodeResult.Decoded(var document, var text, var notices)) {
      String id = document.text("id").orElse("");
      String expected = RepositoryLayout.idOf(key);
      if (!id.equals(expected)) {
        int line = JsonSpan.lineOfMember(text, "id");
        List<String> arguments = List.of(id, expected);
        return new DecodeResult.Rejected(
            List.of(
                new SourceProblem(file.path(), file.blobId(), Code.ID_MISMATCH, line, arguments)));
      }
    }
    return result;
  }

  @Override
  public EntityDocument read(EntityKey key, SourceFile file) {
    EntityDocument document = parse(file.text());
    return key.type() == EntityType.MEDIA ? MediaSidecar.document(key, document) : document;
  }

  @Override
  public EncodeResult encode(
      EntityKey key,
      @Nullable SourceFile original,
      EntityDocument document,
      @Nullable SourceFile sibling) {
    String path =
        original == null ? RepositoryLayout.pathOf(key, FileFormat.JSON) : original.path();
    @Nullable String example = sibling == null ? null : sibling.text();
    @Nullable String before = original == null ? null : original.text();
    EntityDocument written =
        key.type() == EntityType.MEDIA ? MediaSidecar.file(key, before, document) : document;
    return EncodeResult.of(path, encode(before, written, example));
  }

  /**
   * Reads any JSON file. Where the path is an entity's, the fields its type knows must have the
   * shape of their kind; whether {@code id} belongs to the path is not looked at.
   */
  public static DecodeResult decode(String path, String blobId, byte[] bytes) {
    @Nullable EntityType type =
        RepositoryLayout.roleOf(path) instanceof PathRole.EntityFile(var key) ? key.type() : null;
    return decode(type, path, blobId, bytes);
  }

  private static DecodeResult decode(
      @Nullable EntityType type, String path, String blobId, byte[] bytes) {
    if (bytes.length > MAX_DOCUMENT_BYTES) {
      return rejected(tooLarge(path, blobId, Integer.toString(bytes.length)));
    }
    String text;
    ObjectNode json;
    try {
      text = StrictUtf8.decode(bytes);
      json = JsonReader.read(bytes, text);
    } catch (UnreadableFileException e) {
      return rejected(e.problem(path, blobId));
    }
    @Nullable Mismatch mismatch =
        type == null ? null : DocumentShape.check(type, json).orElse(null);
    if (mismatch != null) {
      int line = JsonSpan.lineOfMember(text, mismatch.field());
      List<String> arguments = List.of(mismatch.pointer(), mismatch.expected(), mismatch.found());
      return rejected(new SourceProblem(path, blobId, Code.SHAPE, line, arguments));
    }
    List<SourceProblem> notices =
        text.charAt(0) == JsonReader.BYTE_ORDER_MARK
            ? List.of(new SourceProblem(path, blobId, Code.BYTE_ORDER_MARK, 1, List.of()))
            : List.of();
    return new DecodeResult.Decoded(EntityDocument.of(json), text, notices);
  }

  private static DecodeResult rejected(SourceProblem problem) {
    return new DecodeResult.Rejected(List.of(problem));
  }

  static SourceProblem tooLarge(String path, String blobId, String size) {
    List<String> arguments = List.of(size, Integer.toString(MAX_DOCUMENT_BYTES));
    return new SourceProblem(path, blobId, Code.TOO_LARGE, 0, arguments);
  }

  /**
   * Reads a text that {@link #decode} accepted before.
   *
   * @throws IllegalArgumentException when the text is not a JSON object after all
   */
  public static EntityDocument parse(String text) {
    try {
      return EntityDocument.of(JsonReader.read(text));
    } catch (UnreadableFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * The text of a file that holds this document, as close to the original text as can be. Members
   * keep the order of the original; new ones stand where the document has them. Reading the text
   * again gives an equal document.
   *
   * @param original the file's present text, or null for a new file
   * @param sibling the text of a file of the same type, or null; a new file follows its style, and
   *     an original without lists learns from it whether short lists stand on one line
   * @throws IllegalArgumentException when the original or sibling is not a JSON object, or the
   *     document holds something JSON cannot say, such as NaN
   */
  public static String encode(
      @Nullable String original, EntityDocument document, @Nullable String sibling) {
    if (sibling != null) {
      parse(sibling); // the style is looked for by a scanner that trusts its text
    }
    if (original == null) {
      JsonStyle style = JsonStyle.ofSibling(sibling);
      return new JsonPrinter(style).print(document.json(), "", 0) + style.lineBreak();
    }
    return JsonRewriter.rewrite(original, parse(original).json(), document.json(), sibling);
  }
}
