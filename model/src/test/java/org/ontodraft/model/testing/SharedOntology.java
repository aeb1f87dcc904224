package org.ontodraft.model.testing;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real ontology, from a bundle beside the repository's folder. Tests that need one skip where it
 * is not there.
 *
 * @param bundle the bundle's file
 */
public record SharedOntology(Path bundle) {
  /** The bundle of this name, if it and git are there. */
  public static Optional<SharedOntology> find(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path bundle = folder.resolve("shared/ontologies/" + name + ".bundle");
      if (Files.isRegularFile(bundle)) {
        return Optional.of(new SharedOntology(bundle)).filter(found -> hasGit());
      }
    }
    return Optional.empty();
  }

  private static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Every version of every JSON and wikitext file, by path and object id. */
  public Map<String, byte[]> everyVersion(Path scratch) throws IOException, InterruptedException {
    return read(scratch, "rev-list", "--objects", "--all");
  }

  /** The files of the head, by path. */
  public Map<String, byte[]> head(Path scratch) throws IOException, InterruptedException {
    Map<String, byte[]> byPath = new LinkedHashMap<>();
    read(scratch, "ls-tree", "-r", "--format=%(objectname) %(path)", "HEAD")
        .forEach((name, bytes) -> byPath.put(name.substring(0, name.lastIndexOf('@')), bytes));
    return byPath;
  }

  private Map<String, byte[]> read(Path scratch, String... list)
      throws IOException, InterruptedException {
    Path clone = scratch.resolve(bundle.getFileName() + ".git");
    if (!Files.exists(clone)) {
      git(scratch, new byte[0], "clone", "-q", "--bare", bundle.toString(), clone.toString());
    }
    String listed = new String(git(clone, new byte[0], list), StandardCharsets.UTF_8);
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : listed.split("\n")) {
      if (line.endsWith(".json") || line.endsWith(".wikitext")) {
        String id = line.substring(0, line.indexOf(' '));
        names.put(line.substring(line.indexOf(' ') + 1) + "@" + id, id);
      }
    }
    byte[] ids = (String.join("\n", names.values()) + "\n").getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(git(clone, ids, "cat-file", "--batch")))) {
      for (String name : List.copyOf(names.keySet())) {
        String[] header = line(in).split(" ");
        byte[] bytes = in.readNBytes(Integer.parseInt(header[2]));
        in.readByte();
        contents.put(name, bytes);
      }
    }
    return contents;
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static byte[] git(Path folder, byte[] input, String... arguments)
      throws IOException, InterruptedException {
    Path in = Files.write(Files.createTempFile(folder, "in", ""), input);
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("git " + String.join(" ", arguments) + " ended with " + status);
    }
    return output;
  }
}
