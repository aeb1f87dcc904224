package org.ontodraft.persistence.ingest;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.SourceProblem;

/** Writes what {@link PackReader} reads: a head of numbers, every text and key once, the rest. */
final class PackWriter {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<EntityKey, Integer> keys = new HashMap<>();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
  private final ByteArrayOutputStream keyTable = new ByteArrayOutputStream();
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
  private final DataOutputStream headOut = new DataOutputStream(head);
  private final DataOutputStream textsOut = new DataOutputStream(texts);
  private final DataOutputStream keysOut = new DataOutputStream(keyTable);
  private final DataOutputStream out = new DataOutputStream(rest);

  /** Writes to memory, which does not fail. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A number that can be read before anything else. */
  void head(int number) {
    write(() -> headOut.writeInt(number));
  }

  /** A long number that can be read before anything else. */
  void head(long number) {
    write(() -> headOut.writeLong(number));
  }

  void entities(Collection<EntitySummary> entities) {
    number(entities.size());
    for (EntitySummary entity : entities) {
      key(entity.key());
      text(entity.label());
      file(entity.sourcePath(), entity.blobId());
      number(entity.pages().size());
      for (FilePart page : entity.pages()) {
        file(page.path(), page.blobId());
      }
    }
  }

  void references(Collection<EntityReference> references) {
    number(references.size());
    for (EntityReference reference : references) {
      key(reference.source());
      text(reference.pointer());
      number(reference.position());
      key(reference.target());
    }
  }

  void problems(Collection<SourceProblem> problems) {
    number(problems.size());
    for (SourceProblem problem : problems) {
      file(problem.path(), problem.blobId());
      text(problem.code().shortCode());
      number(problem.line());
      texts(problem.arguments());
    }
  }

  void keys(Collection<EntityKey> listed) {
    number(listed.size());
    listed.forEach(this::key);
  }

  void texts(Collection<String> listed) {
    number(listed.size());
    listed.forEach(this::text);
  }

  private void file(String path, String blobId) {
    text(path);
    text(blobId);
  }

  private void key(EntityKey key) {
    Integer known = keys.get(key);
    if (known == null) {
      known = keys.size();
      keys.put(key, known);
      int type = place(key.type().id());
      int name = place(key.key());
      write(() -> {
        keysOut.writeInt(type);
        keysOut.writeInt(name);
      });
    }
    number(known);
  }

  private void text(String text) {
    number(place(text));
  }

  private void number(int number) {
    write(() -> out.writeInt(number));
  }

  private int place(String text) {
    Integer known = numbers.get(text);
    if (known == null) {
      known = numbers.size();
      numbers.put(text, known);
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      write(() -> {
        textsOut.writeInt(utf8.length);
        textsOut.write(utf8);
      });
    }
    return known;
  }

  byte[] bytes() {
    ByteArrayOutputStream all =
        new ByteArrayOutputStream(
            head.size() + texts.size() + keyTable.size() + rest.size() + 2 * Integer.BYTES);
    DataOutputStream whole = new DataOutputStream(all);
    write(() -> {
      head.writeTo(whole);
      whole.writeInt(numbers.size());
      texts.writeTo(whole);
      whole.writeInt(keys.size());
      keyTable.writeTo(whole);
      rest.writeTo(whole);
    });
    return all.toByteArray();
  }
}
