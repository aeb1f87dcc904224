package org.ontodraft.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ontodraft.app.git.CommitRequest.Author;
import org.ontodraft.app.git.SeedRepository;

/**
 * The botanical garden that comes with Ontodraft. It lives in a bare repository of the data
 * directory, which stands for the upstream of a real project: a draft is submitted to it, and
 * another curator's change can be played.
 */
public final class SampleOntology {
  private static final Author CURATOR = new Author("Ines Marek", "ines.marek@example.org");
  private static final Instant FOUNDED = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant REVISED = Instant.parse("2026-03-09T14:30:00Z");

  private final Path folder;

  /** The sample with its upstream in this folder. */
  public SampleOntology(Path folder) {
    this.folder = folder;
  }

  /** Where the upstream is. */
  public Path folder() {
    return folder;
  }

  /** Makes the upstream when it is not there yet. Blocking. */
  public SeedRepository ensure() throws IOException {
    return SeedRepository.openOrCreate(
        folder, files("sample"), "Botanical garden ontology", CURATOR, FOUNDED);
  }

  /** Plays another curator's commit on the upstream's main branch; returns its id. Blocking. */
  public String playUpstreamChange() throws IOException {
    return ensure()
        .advance(
            files("sample-upstream"), "Record the moisture content of seed lots", CURATOR, REVISED);
  }

  private static SortedMap<String, byte[]> files(String root) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    String index = new String(read(root + "/index.txt"), StandardCharsets.UTF_8);
    for (String path : index.lines().filter(line -> !line.isBlank()).toList()) {
      files.put(path, read(root + "/" + path));
    }
    return files;
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = SampleOntology.class.getResourceAsStream("/org/ontodraft/app/" + name)) {
      if (in == null) {
        throw new NoSuchFileException(name);
      }
      return in.readAllBytes();
    }
  }
}
