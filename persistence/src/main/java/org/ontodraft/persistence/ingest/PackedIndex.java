package org.ontodraft.persistence.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoredOntology;

/**
 * An index as bytes: every text once, then entities, references and problems that name texts by
 * number. All numbers have four bytes, big endian; texts are UTF-8 behind their length in bytes.
 * The first number is the form's own version; a store with another form is read from its rows.
 */
final class PackedIndex {
  private static final int FORM = 1;

  private PackedIndex() {}

  /** The index of a version, but for the version itself. */
  record Content(
      List<EntitySummary> entities,
      List<EntityReference> references,
      List<SourceProblem> problems) {}

  static byte[] pack(StoredOntology index) {
    try {
      Writer writer = new Writer();
      writer.write(index);
      return writer.bytes();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Empty when the bytes are of another form, or damaged. */
  static Optional<Content> unpack(byte[] bytes) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      return in.readInt() == FORM ? Optional.of(new Reader(in).read()) : Optional.empty();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }

  private static final class Writer {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<EntityKey, Integer> keys = new HashMap<>();
    private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
    private final ByteArrayOutputStream keyTable = new ByteArrayOutputStream();
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private final DataOutputStream textsOut = new DataOutputStream(texts);
    private final DataOutputStream keysOut = new DataOutputStream(keyTable);
    private final DataOutputStream out = new DataOutputStream(rest);

    void write(StoredOntology index) throws IOException {
      out.writeInt(index.entities().size());
      for (EntitySummary entity : index.entities()) {
        key(entity.key());
        text(entity.label());
        file(entity.sourcePath(), entity.blobId());
        out.writeInt(entity.pages().size());
        for (FilePart page : entity.pages()) {
          file(page.path(), page.blobId());
        }
      }
      out.writeInt(index.references().size());
      for (EntityReference reference : index.references()) {
        key(reference.source());
        text(reference.pointer());
        out.writeInt(reference.position());
        key(reference.target());
      }
      out.writeInt(index.problems().size());
      for (SourceProblem problem : index.problems()) {
        file(problem.path(), problem.blobId());
        text(problem.code().shortCode());
        out.writeInt(problem.line());
        out.writeInt(problem.arguments().size());
        for (String argument : problem.arguments()) {
          text(argument);
        }
      }
    }

    private void file(String path, String blobId) throws IOException {
      text(path);
      text(blobId);
    }

    private void key(EntityKey key) throws IOException {
      Integer known = keys.get(key);
      if (known == null) {
        known = keys.size();
        keys.put(key, known);
        keysOut.writeInt(number(key.type().id()));
        keysOut.writeInt(number(key.key()));
      }
      out.writeInt(known);
    }

    private void text(String text) throws IOException {
      out.writeInt(number(text));
    }

    private int number(String text) throws IOException {
      Integer known = numbers.get(text);
      if (known == null) {
        known = numbers.size();
        numbers.put(text, known);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        textsOut.writeInt(utf8.length);
        textsOut.write(utf8);
      }
      return known;
    }

    byte[] bytes() throws IOException {
      ByteArrayOutputStream all =
          new ByteArrayOutputStream(texts.size() + keyTable.size() + rest.size() + 12);
      DataOutputStream to = new DataOutputStream(all);
      to.writeInt(FORM);
      to.writeInt(numbers.size());
      texts.writeTo(to);
      to.writeInt(keys.size());
      keyTable.writeTo(to);
      rest.writeTo(to);
      return all.toByteArray();
    }
  }

  private static final class Reader {
    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();
    private final List<EntityKey> keys = new ArrayList<>();

    Reader(DataInputStream in) {
      this.in = in;
    }

    Content read() throws IOException {
      for (int left = count(); left > 0; left--) {
        byte[] utf8 = new byte[count()];
        in.readFully(utf8);
        texts.add(new String(utf8, StandardCharsets.UTF_8));
      }
      for (int left = count(); left > 0; left--) {
        String type = text();
        keys.add(
            new EntityKey(
                EntityType.ofId(type).orElseThrow(() -> new IllegalArgumentException(type)),
                text()));
      }
      return new Content(entities(), references(), problems());
    }

    private List<EntitySummary> entities() throws IOException {
      List<EntitySummary> entities = new ArrayList<>();
      for (int left = count(); left > 0; left--) {
        EntityKey key = key();
        String label = text();
        String path = text();
        String blob = text();
        List<FilePart> pages = new ArrayList<>();
        for (int further = count(); further > 0; further--) {
          pages.add(new FilePart(text(), text()));
        }
        entities.add(new EntitySummary(key, label, path, blob, pages));
      }
      return entities;
    }

    private List<EntityReference> references() throws IOException {
      List<EntityReference> references = new ArrayList<>();
      for (int left = count(); left > 0; left--) {
        references.add(new EntityReference(key(), text(), in.readInt(), key()));
      }
      return references;
    }

    private List<SourceProblem> problems() throws IOException {
      List<SourceProblem> problems = new ArrayList<>();
      for (int left = count(); left > 0; left--) {
        String path = text();
        String blob = text();
        SourceProblem.Code code = ProblemRows.code(text());
        int line = in.readInt();
        List<String> arguments = new ArrayList<>();
        for (int further = count(); further > 0; further--) {
          arguments.add(text());
        }
        problems.add(new SourceProblem(path, blob, code, line, arguments));
      }
      return problems;
    }

    private EntityKey key() throws IOException {
      return keys.get(in.readInt());
    }

    private String text() throws IOException {
      return texts.get(in.readInt());
    }

    /** A number of things that follow; each takes at least a byte, so no more than are left. */
    private int count() throws IOException {
      int count = in.readInt();
      if (count < 0 || count > in.available()) {
        throw new IOException("not a count: " + count);
      }
      return count;
    }
  }
}
