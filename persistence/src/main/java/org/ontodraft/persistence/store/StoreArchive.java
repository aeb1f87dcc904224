package org.ontodraft.persistence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A store's files in one archive, with the SHA-256 of each: database, passwords and journal. It is
 * as private as the store itself.
 */
final class StoreArchive {
  private static final String MANIFEST = "manifest";
  private static final String FORMAT = "ontodraft-store-backup 1";

  private StoreArchive() {}

  /** Packs these files of a closed store; the archive has its name only when it is whole. */
  static void write(Path archive, List<Path> files) throws IOException {
    Path unfinished = archive.resolveSibling(archive.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    PrivateFiles.createFile(unfinished);
    StringBuilder manifest = new StringBuilder(FORMAT).append('\n');
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        DigestOutputStream hashed = new DigestOutputStream(zip, sha256());
        Files.copy(file, hashed);
        manifest
            .append(HexFormat.of().formatHex(hashed.getMessageDigest().digest()))
            .append(' ')
            .append(file.getFileName())
            .append('\n');
      }
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
    }
    PrivateFiles.moveInto(unfinished, archive);
  }

  /**
   * Unpacks an archive into a folder that is made for it.
   *
   * @param names the files it may hold; the first two it must
   * @throws IOException when it is not a whole archive of ours; the folder may be there then
   */
  static void unpack(Path archive, Path folder, List<String> names) throws IOException {
    PrivateFiles.createFolder(folder);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Map<String, String> hashes = manifest(zip);
      if (!names.containsAll(hashes.keySet())
          || !hashes.keySet().containsAll(names.subList(0, 2))) {
        throw new IOException(archive.getFileName() + " does not hold the files of a store");
      }
      for (Map.Entry<String, String> file : hashes.entrySet()) {
        unpack(zip, file.getKey(), file.getValue(), folder.resolve(file.getKey()));
      }
    }
  }

  private static Map<String, String> manifest(ZipFile zip) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw new IOException(zip.getName() + " is no backup of a store");
    }
    Map<String, String> hashes = new TreeMap<>();
    try (InputStream stream = zip.getInputStream(entry)) {
      List<String> lines =
          new ArrayList<>(
              new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      if (lines.isEmpty() || !lines.removeFirst().equals(FORMAT)) {
        throw new IOException(zip.getName() + " is a backup of another format");
      }
      for (String line : lines) {
        int space = line.indexOf(' ');
        hashes.put(line.substring(space + 1), line.substring(0, Math.max(0, space)));
      }
    }
    return hashes;
  }

  private static void unpack(ZipFile zip, String name, String hash, Path target)
      throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(name + " is missing in " + zip.getName());
    }
    PrivateFiles.createFile(target);
    MessageDigest digest = sha256();
    try (InputStream stream = new DigestInputStream(zip.getInputStream(entry), digest);
        OutputStream output = Files.newOutputStream(target)) {
      stream.transferTo(output);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
      throw new IOException(name + " in " + zip.getName() + " is damaged");
    }
    PrivateFiles.force(target);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Deletes a folder with its files. */
  static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
