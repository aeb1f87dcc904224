package org.ontodraft.app.service.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.store.StoreFinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What this computer knows and wants of sending drafts: what is left out, what waits to go out, how
 * pull requests stood last. A file of its own, not the store: the store may be on a server that
 * cannot be reached just when something has to wait. Either as before or whole, also after a crash.
 * Thread-safe, blocking.
 */
public final class SendingFile {
  private static final Logger LOG = LoggerFactory.getLogger(SendingFile.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;
  private final List<StoreFinding> notices = new ArrayList<>();
  private final ObjectNode drafts;

  /** Reads the file. One that cannot be read is set aside beside it and told of. */
  public SendingFile(Path file) {
    this.file = file;
    this.drafts = read();
  }

  /** What a person should know of how the file was found. */
  public List<StoreFinding> notices() {
    return List.copyOf(notices);
  }

  private ObjectNode read() {
    try {
      if (MAPPER.readTree(Files.readString(file)) instanceof ObjectNode object) {
        return object;
      }
      throw new IOException("not a JSON object");
    } catch (NoSuchFileException none) {
      return MAPPER.createObjectNode();
    } catch (IOException | JacksonException unreadable) {
      Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
      LOG.warn("SEND-01 {} could not be read and was set aside as {}", file, aside, unreadable);
      notices.add(
          new StoreFinding(
              "SEND-01", List.of(file.toString(), String.valueOf(aside.getFileName()))));
      try {
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException stuck) {
        LOG.warn("SEND-02 {} could not be set aside", file, stuck);
      }
      return MAPPER.createObjectNode();
    }
  }

  /** The drafts of which something is kept under a name. */
  public synchronized Set<UUID> with(String name) {
    Set<UUID> found = new TreeSet<>();
    drafts
        .properties()
        .forEach(entry -> {
          if (entry.getValue().has(name)) {
            found.add(UUID.fromString(entry.getKey()));
          }
        });
    return found;
  }

  /** What is kept of a draft under a name. */
  public synchronized Optional<JsonNode> get(UUID draft, String name) {
    return Optional.ofNullable(drafts.path(draft.toString()).get(name)).map(JsonNode::deepCopy);
  }

  /** Keeps something of a draft under a name; null for nothing. */
  public synchronized void put(UUID draft, String name, @Nullable JsonNode value) {
    @Nullable JsonNode before = drafts.path(draft.toString()).get(name);
    if (before == null ? value == null : before.equals(value)) {
      return;
    }
    ObjectNode ofDraft =
        drafts.get(draft.toString()) instanceof ObjectNode known
            ? known
            : drafts.putObject(draft.toString());
    if (value == null) {
      ofDraft.remove(name);
    } else {
      ofDraft.set(name, value);
    }
    if (ofDraft.isEmpty()) {
      drafts.remove(draft.toString());
    }
    try {
      write();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write() throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".tmp");
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(drafts));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
