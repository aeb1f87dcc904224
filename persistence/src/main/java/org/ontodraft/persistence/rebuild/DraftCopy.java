package org.ontodraft.persistence.rebuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftFileCodec;
import org.ontodraft.model.exchange.DraftFileReading;
import org.ontodraft.model.exchange.PortableDraft;

/** The file that a draft is copied to. */
public record DraftCopy(UUID draft, Path file) {
  /** A draft's copy among those in a folder, whether it is there or not. */
  public static DraftCopy of(Path folder, UUID draft) {
    return new DraftCopy(draft, fileOf(folder, draft));
  }

  static Path fileOf(Path folder, UUID draft) {
    return folder.resolve(draft + DraftFile.EXTENSION);
  }

  /** All in a folder, which need not be there. */
  public static List<DraftCopy> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<DraftCopy> copies = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.length() == 36 + DraftFile.EXTENSION.length()
            && name.endsWith(DraftFile.EXTENSION)) {
          copies.add(new DraftCopy(UUID.fromString(name.substring(0, 36)), file));
        }
      }
    }
    return copies;
  }

  /** What is in it and in the decisions behind it; empty when it is damaged or not there. */
  public Optional<DraftFile> read() throws IOException {
    if (Files.exists(file)
        && DraftFileCodec.read(Files.readAllBytes(file)) instanceof DraftFileReading.Read read
        && read.file().draft().id().equals(draft)) {
      PortableDraft copied = read.file().draft();
      CopiedDecisions since = CopiedDecisions.of(folder(), draft);
      return Optional.of(read.file().with(copied.with(since.after(copied.resolutions()))));
    }
    return Optional.empty();
  }

  private Path folder() {
    return Objects.requireNonNull(file.getParent());
  }
}
