package org.ontodraft.model.entity;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an entity: its type and its key, written {@code category:Person}. A key is a
 * relative file name without its extension, so every key is safe to turn into a path on every
 * system; the repository's own schema may narrow keys further.
 */
public record EntityKey(EntityType type, String key) implements Comparable<EntityKey> {
  /** Bytes of UTF-8 one segment may take, so that a file name with its extension fits 255. */
  private static final int MAX_SEGMENT_BYTES = 240;

  /** Bytes of UTF-8 a key may take: databases refuse rows of an index that grow much larger. */
  private static final int MAX_KEY_BYTES = 1_000;

  private static final Set<String> RESERVED =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
          "git~1");

  private static final int LONGEST_RESERVED = 5;

  /** The characters of everyday keys, by code. */
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    PLAIN['_'] = true;
    PLAIN['-'] = true;
  }

  private static final Comparator<EntityKey> ORDER =
      Comparator.comparing(EntityKey::type).thenComparing(EntityKey::key);

  /**
   * @throws IllegalArgumentException when the key is not a safe relative name for its type; ask
   *     {@link #problemWith} first for input that comes from people or files
   */
  public EntityKey {
    Optional<KeyProblem> problem = problemWith(type, key);
    if (problem.isPresent()) {
      throw new IllegalArgumentException("not a " + type.id() + " key: " + problem.get());
    }
  }

  // Written out: maps of a hundred thousand keys ask these, and those of a record are not inlined.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof EntityKey(EntityType otherType, String otherKey)
            && type == otherType
            && key.equals(otherKey);
  }

  @Override
  public int hashCode() {
    return 31 * type.ordinal() + key.hashCode();
  }

  /** Why a name cannot be an entity's key. */
  public enum KeyProblem {
    EMPTY,
    NESTED,
    CHARACTER,
    RESERVED_NAME,
    TOO_LONG
  }

  /** A key of this type; see the constructor for what is refused. */
  public static EntityKey of(EntityType type, String key) {
    return new EntityKey(type, key);
  }

  /** Reads the {@code type:key} form of {@link #toString()}. */
  public static Optional<EntityKey> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String key = text.substring(colon + 1);
    return EntityType.ofId(text.substring(0, colon))
        .filter(type -> problemWith(type, key).isEmpty())
        .map(type -> new EntityKey(type, key));
  }

  /** What is wrong with a name as a key of this type, or empty when it may be used. */
  public static Optional<KeyProblem> problemWith(EntityType type, String key) {
    if (isPlain(key)) {
      return Optional.empty();
    }
    if (key.isEmpty()) {
      return Optional.of(KeyProblem.EMPTY);
    }
    if (!type.nestedKeys() && key.indexOf('/') >= 0) {
      return Optional.of(KeyProblem.NESTED);
    }
    for (String segment : key.split("/", -1)) {
      Optional<KeyProblem> problem = problemWithSegment(segment);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return bytes(key) > MAX_KEY_BYTES ? Optional.of(KeyProblem.TOO_LONG) : Optional.empty();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Whether a key is of the everyday kind, longer than any reserved name. Reading an ontology makes
   * millions of keys, and nearly all of them are.
   */
  private static boolean isPlain(String key) {
    if (key.length() <= LONGEST_RESERVED || key.length() > MAX_SEGMENT_BYTES) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<KeyProblem> problemWithSegment(String segment) {
    if (segment.isEmpty()) {
      return Optional.of(KeyProblem.EMPTY);
    }
    if (segment.startsWith(".") || segment.endsWith(".")) {
      return Optional.of(KeyProblem.RESERVED_NAME);
    }
    if (!segment.equals(segment.strip())) {
      return Optional.of(KeyProblem.CHARACTER);
    }
    if (segment.codePoints().anyMatch(EntityKey::isUnsafe)) {
      return Optional.of(KeyProblem.CHARACTER);
    }
    int dot = segment.indexOf('.');
    String stem = dot < 0 ? segment : segment.substring(0, dot);
    if (RESERVED.contains(stem.toLowerCase(Locale.ROOT))) {
      return Optional.of(KeyProblem.RESERVED_NAME);
    }
    return bytes(segment) > MAX_SEGMENT_BYTES ? Optional.of(KeyProblem.TOO_LONG) : Optional.empty();
  }

  private static boolean isUnsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> "\\:*?\"<>|".indexOf(codePoint) >= 0;
    };
  }

  @Override
  public int compareTo(EntityKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return type.id() + ":" + key;
  }
}
