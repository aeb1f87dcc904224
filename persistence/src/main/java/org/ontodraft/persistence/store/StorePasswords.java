package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The random passwords of a store's two database users, beside the store in a file only its owner
 * can read. They keep SQL that slips into the worker's connection from doing the owner's things;
 * they do not protect the file from who can read the folder.
 */
record StorePasswords(String owner, String worker) {
  private static final int BYTES = 24;

  static StorePasswords random() {
    SecureRandom random = new SecureRandom();
    return new StorePasswords(hex(random), hex(random));
  }

  private static String hex(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The passwords in a file, or empty when it does not hold two. */
  static Optional<StorePasswords> read(Path file) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
    boolean whole =
        lines.size() == 2 && lines.stream().allMatch(line -> line.length() == 2 * BYTES);
    return whole ? Optional.of(new StorePasswords(lines.get(0), lines.get(1))) : Optional.empty();
  }

  void write(Path file) throws IOException {
    String text = owner + "\n" + worker + "\n";
    PrivateFiles.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public String toString() {
    return "StorePasswords";
  }
}
