package org.ontodraft.app.service.submit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a submit would send, as a hash, to tell later whether it is still the same. */
final class SentContent {
  private SentContent() {}

  /** Of files and images by path, empty where one goes, on a commit. */
  static String hash(
      String base,
      Map<String, Optional<String>> files,
      SortedMap<String, Optional<byte[]>> images) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, base.getBytes(StandardCharsets.UTF_8));
      SortedMap<String, Optional<byte[]>> all = new TreeMap<>(images);
      files.forEach(
          (path, text) -> all.put(path, text.map(each -> each.getBytes(StandardCharsets.UTF_8))));
      all.forEach((path, bytes) -> {
        add(digest, path.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) (bytes.isPresent() ? 1 : 0));
        bytes.ifPresent(each -> add(digest, each));
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }

  /** With its length before it, so that no two lists of files are the same bytes. */
  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
