package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.Unwritable.Reason;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Strict reading and format-preserving writing of wikitext pages, of both generations: a block of
 * {@code [[Property::Value]]} annotations, or one {@code {{Template|param=value}}}, between two
 * marker comments. A template is its text; a dashboard is a root page with a block and subpages
 * that are text. Thread-safe.
 *
 * <p>What a page does not say is as the JSON form would leave it: the label is the title, the
 * description is empty, a property has a single value. Text before the block, and behind it on
 * pages whose entity has no text of its own, is kept and is no part of the document.
 */
public final class WikitextCodec implements EntityCodec {
  static final WikitextCodec INSTANCE = new WikitextCodec();

  private WikitextCodec() {}

  @Override
  public DecodeResult decode(EntityKey key, List<FileBytes> files) {
    List<SourceProblem> problems = new ArrayList<>();
    List<SourceFile> texts = new ArrayList<>();
    for (FileBytes file : files) {
      text(file, problems).ifPresent(texts::add);
    }
    if (!problems.isEmpty()) {
      return new DecodeResult.Rejected(problems);
    }
    SourceFile first = texts.getFirst();
    ObjectNode document;
    try {
      document = document(key, texts);
    } catch (UnreadableFileException e) {
      return new DecodeResult.Rejected(List.of(e.problem(first.path(), first.blobId())));
    }
    Optional<DocumentShape.Mismatch> misshapen = DocumentShape.check(key.type(), document);
    if (misshapen.isPresent()) {
      DocumentShape.Mismatch found = misshapen.get();
      List<String> arguments = List.of(found.pointer(), found.expected(), found.found());
      return new DecodeResult.Rejected(
          List.of(new SourceProblem(first.path(), first.blobId(), Code.SHAPE, 0, arguments)));
    }
    EntityDocument decoded = EntityDocument.of(document);
    return new DecodeResult.Decoded(decoded, JsonCodec.encode(null, decoded, null), marks(texts));
  }

  private static Optional<SourceFile> text(FileBytes file, List<SourceProblem> problems) {
    if (file.bytes().length > JsonCodec.MAX_DOCUMENT_BYTES) {
      String size = Integer.toString(file.bytes().length);
      problems.add(JsonCodec.tooLarge(file.path(), file.blobId(), size));
      return Optional.empty();
    }
    try {
      String text = StrictUtf8.decode(file.bytes());
      if (text.length() > JsonCodec.MAX_STRING_LENGTH) {
        throw new UnreadableFileException(
            Code.TOO_LARGE,
            0,
            Integer.toString(text.length()),
            Integer.toString(JsonCodec.MAX_STRING_LENGTH));
      }
      if (text.indexOf('\0') >= 0) {
        int line = WikitextText.lineAt(text, text.indexOf('\0'));
        throw new UnreadableFileException(Code.WIKITEXT, line, "a NUL character");
      }
      return Optional.of(new SourceFile(file.path(), file.blobId(), text));
    } catch (UnreadableFileException e) {
      problems.add(e.problem(file.path(), file.blobId()));
      return Optional.empty();
    }
  }

  private static List<SourceProblem> marks(List<SourceFile> files) {
    return files.stream()
        .filter(file -> WikitextText.of(file.text()).marked())
        .map(file ->
            new SourceProblem(file.path(), file.blobId(), Code.BYTE_ORDER_MARK, 1, List.of()))
        .toList();
  }

  /** The document of an entity's files, the one that names it first. */
  private static ObjectNode document(EntityKey key, List<SourceFile> files)
      throws UnreadableFileException {
    String source = WikitextText.of(files.getFirst().text()).body();
    if (key.type() == EntityType.TEMPLATE) {
      return WikitextReader.template(key, WikitextReader.rawText(source));
    }
    WikitextPage page = WikitextPage.parse(source);
    if (page.block().isEmpty()) {
      throw new UnreadableFileException(Code.BLOCK_MARKERS, 1, "0", "0");
    }
    checkTemplate(key, page, page.block().get());
    ObjectNode document = WikitextReader.read(key, page);
    if (document.get(WikitextReader.PAGES) instanceof ArrayNode pages) {
      SortedMap<String, String> texts = new TreeMap<>();
      for (SourceFile file : files.subList(1, files.size())) {
        String body = WikitextText.of(file.text()).body();
        texts.put(RepositoryLayout.pageOf(key, file.path()), WikitextReader.rawText(body));
      }
      texts.forEach((name, text) -> pages.add(WikitextReader.page(name, text)));
    }
    return document;
  }

  /** A page of another type's template, or one without any field, is no page of this type. */
  private static void checkTemplate(EntityKey key, WikitextPage page, WikitextBlock block)
      throws UnreadableFileException {
    Optional<String> expected = WikitextFields.template(key.type());
    int line = WikitextText.lineAt(page.source(), block.innerStart());
    boolean fields = key.type() != EntityType.RESOURCE && key.type() != EntityType.DASHBOARD;
    if (fields && block.nameStart() < 0 && block.entries().isEmpty()) {
      throw new UnreadableFileException(Code.WIKITEXT, line, "the block is empty");
    }
    if (block.nameStart() < 0 || expected.isEmpty()) {
      return;
    }
    String name = page.source().substring(block.nameStart(), block.nameEnd());
    if (!name.equalsIgnoreCase(expected.get())) {
      throw new UnreadableFileException(
          Code.SHAPE, line, "", "{{" + expected.get() + "}}", "{{" + name + "}}");
    }
  }

  @Override
  public EntityDocument read(EntityKey key, SourceFile file) {
    try {
      return EntityDocument.of(document(key, file.files()));
    } catch (UnreadableFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public EncodeResult encode(
      EntityKey key,
      @Nullable SourceFile original,
      EntityDocument document,
      @Nullable SourceFile sibling) {
    SourceFile start = original;
    EntityDocument before;
    if (start == null) {
      start = WikitextSkeleton.of(key, document, sibling);
      before = WikitextSkeleton.read(key, start);
    } else {
      before = read(key, start);
      if (before.equals(document)) {
        return new EncodeResult.Encoded(texts(start.files()));
      }
    }
    List<Unwritable> reasons = WikitextChecks.check(key, start, before, document);
    if (!reasons.isEmpty()) {
      return new EncodeResult.Refused(reasons);
    }
    SortedMap<String, String> written = write(key, start, before.json(), document.json());
    List<Unwritable> differences = differences(key, start, written, before, document);
    return differences.isEmpty()
        ? new EncodeResult.Encoded(written)
        : new EncodeResult.Refused(differences);
  }

  private static SortedMap<String, String> texts(List<SourceFile> files) {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach(file -> texts.put(file.path(), file.text()));
    return texts;
  }

  private static SortedMap<String, String> write(
      EntityKey key, SourceFile original, ObjectNode before, ObjectNode after) {
    SortedMap<String, String> texts = texts(original.files());
    WikitextText root = WikitextText.of(original.text());
    if (key.type() == EntityType.TEMPLATE) {
      String text = after.path(WikitextReader.WIKITEXT).asString("");
      texts.put(original.path(), root.with(rawFile(root.body(), text)));
      return texts;
    }
    texts.put(
        original.path(), root.with(WikitextRewriter.rewrite(key, root.body(), before, after)));
    if (key.type() == EntityType.DASHBOARD) {
      Map<String, String> old = pages(before);
      Map<String, String> changed = pages(after);
      for (String gone : old.keySet()) {
        if (!gone.isEmpty() && !changed.containsKey(gone)) {
          texts.remove(RepositoryLayout.pathOfPage(key, gone));
        }
      }
      changed.forEach((name, text) -> {
        String path = RepositoryLayout.pathOfPage(key, name);
        if (!name.isEmpty() && !text.equals(old.get(name))) {
          @Nullable String present = texts.get(path);
          WikitextText file =
              present == null ? new WikitextText(false, root.crlf(), "") : WikitextText.of(present);
          texts.put(path, file.with(rawFile(file.body(), text)));
        }
      });
    }
    return texts;
  }

  /** A file that is this text, with or without a final line break as it was. */
  private static String rawFile(String before, String text) {
    boolean ended = before.isEmpty() || before.endsWith("\n") || text.endsWith("\n");
    return ended || text.isEmpty() ? text + "\n" : text;
  }

  /** The text of each page of a dashboard by its name. */
  static Map<String, String> pages(ObjectNode document) {
    Map<String, String> pages = new TreeMap<>();
    for (JsonNode page : document.path(WikitextReader.PAGES)) {
      pages.put(
          page.path(WikitextReader.NAME).asString(""),
          page.path(WikitextReader.WIKITEXT).asString(""));
    }
    return pages;
  }

  /** Reads what would be written and compares: no file may say anything else than its document. */
  private static List<Unwritable> differences(
      EntityKey key,
      SourceFile original,
      SortedMap<String, String> written,
      EntityDocument before,
      EntityDocument document) {
    List<SourceFile> files = new ArrayList<>();
    String root = Objects.requireNonNull(written.get(original.path()));
    files.add(new SourceFile(original.path(), "", root));
    written.forEach((path, text) -> {
      if (!path.equals(original.path())) {
        files.add(new SourceFile(path, "", text));
      }
    });
    Set<String> names = new HashSet<>(before.json().propertyNames());
    names.addAll(document.json().propertyNames());
    ObjectNode read;
    try {
      read = document(key, files);
    } catch (UnreadableFileException e) {
      return names.stream()
          .filter(name -> !same(before.get(name), document.get(name)))
          .sorted()
          .map(name -> Unwritable.of(Reason.READS_DIFFERENTLY, name, name))
          .toList();
    }
    names.addAll(read.propertyNames());
    List<Unwritable> differences = new ArrayList<>();
    boolean unchanged = written.equals(texts(original.files()));
    for (String name : names.stream().sorted(Comparator.naturalOrder()).toList()) {
      boolean same = same(name, read.get(name), document.get(name));
      boolean lost = unchanged && !same(before.get(name), document.get(name));
      if (!same || lost) {
        differences.add(Unwritable.of(Reason.READS_DIFFERENTLY, name, name));
      }
    }
    return differences;
  }

  /** Pages stand in the order of their names, whatever order the document has them in. */
  private static boolean same(String name, @Nullable JsonNode read, @Nullable JsonNode wanted) {
    if (name.equals(WikitextReader.PAGES)
        && read instanceof ArrayNode pages
        && wanted instanceof ArrayNode others) {
      return byName(pages).equals(byName(others));
    }
    return same(read, wanted);
  }

  private static boolean same(@Nullable JsonNode left, @Nullable JsonNode right) {
    return left == null ? right == null : left.equals(right);
  }

  private static List<JsonNode> byName(ArrayNode pages) {
    return pages.values().stream()
        .sorted(Comparator.comparing(page -> page.path(WikitextReader.NAME).asString("")))
        .toList();
  }
}
