package org.ontodraft.persistence.ingest;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.SourceProblem;

/**
 * Reads entities, references and problems that name texts and keys by number. All numbers have four
 * bytes, big endian; texts are UTF-8 behind their length in bytes.
 */
final class PackReader {
  private final ByteBuffer in;
  private final String[] texts;
  private final EntityKey[] keys;

  /**
   * Stands behind the head, before the tables of texts and keys, and reads these.
   *
   * @throws DamagedPackException here and in every other method, when the bytes cannot be that
   */
  PackReader(ByteBuffer behindHead) throws DamagedPackException {
    this.in = behindHead;
    this.texts = new String[count()];
    for (int i = 0; i < texts.length; i++) {
      byte[] utf8 = new byte[count()];
      in.get(utf8);
      texts[i] = new String(utf8, StandardCharsets.UTF_8);
    }
    this.keys = new EntityKey[count()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = storedKey();
    }
  }

  /** Bytes that are not what they should be. */
  static final class DamagedPackException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedPackException(String reason) {
      super(reason);
    }
  }

  private EntityKey storedKey() throws DamagedPackException {
    String type = text();
    String name = text();
    EntityType known =
        EntityType.ofId(type)
            .orElseThrow(() -> new DamagedPackException("not an entity type: " + type));
    if (EntityKey.problemWith(known, name).isPresent()) {
      throw new DamagedPackException("not a key: " + name);
    }
    return new EntityKey(known, name);
  }

  List<EntitySummary> entities() throws DamagedPackException {
    int count = count();
    List<EntitySummary> entities = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      EntityKey key = key();
      String label = text();
      String path = text();
      String blob = text();
      int further = count();
      List<FilePart> pages = further == 0 ? List.of() : new ArrayList<>(further);
      for (int page = 0; page < further; page++) {
        pages.add(new FilePart(text(), text()));
      }
      entities.add(new EntitySummary(key, label, path, blob, pages));
    }
    return entities;
  }

  List<EntityReference> references() throws DamagedPackException {
    int count = count();
    List<EntityReference> references = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      references.add(new EntityReference(key(), text(), number(), key()));
    }
    return references;
  }

  List<SourceProblem> problems() throws DamagedPackException {
    int count = count();
    List<SourceProblem> problems = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String path = text();
      String blob = text();
      SourceProblem.Code code = code(text());
      problems.add(new SourceProblem(path, blob, code, number(), textList()));
    }
    return problems;
  }

  private static SourceProblem.Code code(String shortCode) throws DamagedPackException {
    try {
      return ProblemRows.code(shortCode);
    } catch (IllegalArgumentException unknown) {
      throw new DamagedPackException("not a problem's code: " + shortCode);
    }
  }

  List<EntityKey> keyList() throws DamagedPackException {
    int count = count();
    List<EntityKey> listed = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      listed.add(key());
    }
    return listed;
  }

  List<String> textList() throws DamagedPackException {
    int count = count();
    List<String> listed = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      listed.add(text());
    }
    return listed;
  }

  private EntityKey key() throws DamagedPackException {
    int number = number();
    if (number < 0 || number >= keys.length) {
      throw new DamagedPackException("not the number of a key: " + number);
    }
    return keys[number];
  }

  private String text() throws DamagedPackException {
    int number = number();
    if (number < 0 || number >= texts.length) {
      throw new DamagedPackException("not the number of a text: " + number);
    }
    return texts[number];
  }

  private int number() throws DamagedPackException {
    try {
      return in.getInt();
    } catch (BufferUnderflowException cut) {
      throw new DamagedPackException("cut off");
    }
  }

  /** A number of things that follow; each takes at least a byte, so no more than are left. */
  private int count() throws DamagedPackException {
    int count = number();
    if (count < 0 || count > in.remaining()) {
      throw new DamagedPackException("not a count: " + count);
    }
    return count;
  }
}
