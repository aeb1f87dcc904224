package org.ontodraft.persistence.rebuild;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.merge.ResolutionCodec;
import org.ontodraft.persistence.store.PrivateFiles;
import org.ontodraft.persistence.store.StoredText;

/**
 * The decisions taken since a draft was copied, one JSON object a line behind its copy: a decision
 * costs its own size, not the draft's. A last line that a crash cut off is none.
 *
 * @param file beside the draft's copy; not there when the copy has them all
 */
record CopiedDecisions(Path file) {
  private static final String EXTENSION = ".decisions";

  /** Beyond this the draft is copied again, so that the lines stay few. */
  private static final long MOST_BYTES = 256 * 1024;

  static CopiedDecisions of(Path folder, UUID draft) {
    return new CopiedDecisions(folder.resolve(draft + EXTENSION));
  }

  /** Whether the draft ought to be copied whole rather than be followed by more lines. */
  boolean isFull() throws IOException {
    return Files.exists(file) && Files.size(file) > MOST_BYTES;
  }

  /** Adds decisions; on disk when this returns. */
  void append(Collection<Resolution> decided) throws IOException {
    String lines =
        decided.stream()
            .map(resolution -> StoredText.json(ResolutionCodec.write(resolution)) + "\n")
            .collect(Collectors.joining());
    PrivateFiles.createFile(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.position(afterTheLastLine(channel));
      ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A line that a crash cut off is written over. */
  private static long afterTheLastLine(FileChannel channel) throws IOException {
    long end = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    while (end > 0) {
      channel.read(last.clear(), end - 1);
      if (last.get(0) == '\n') {
        break;
      }
      end--;
    }
    channel.truncate(end);
    return end;
  }

  /** The decisions of a copy with these after them, sorted by place. */
  List<Resolution> after(List<Resolution> copied) throws IOException {
    if (!Files.exists(file)) {
      return copied;
    }
    TreeMap<Place, Resolution> decided = new TreeMap<>();
    copied.forEach(resolution -> decided.put(resolution.place(), resolution));
    String lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    lines
        .substring(0, lines.lastIndexOf('\n') + 1)
        .lines()
        .flatMap(line -> ResolutionCodec.read(line).stream())
        .forEach(resolution -> decided.put(resolution.place(), resolution));
    return List.copyOf(decided.values());
  }

  /** The copy has them all now. */
  void clear() throws IOException {
    Files.deleteIfExists(file);
  }
}
