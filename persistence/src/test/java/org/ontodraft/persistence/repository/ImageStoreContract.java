package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.media.ImageContent;
import org.ontodraft.persistence.media.KeptImages;
import org.ontodraft.persistence.store.RowIds;

/** What the port to the images of drafts promises. */
abstract class ImageStoreContract extends OrmStoreContract {
  @TempDir Path folder;

  private KeptImages images(String name) {
    return new KeptImages(folder.resolve(name), sessions, new RowIds(clock));
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatIsKeptIsReadAndKeepingItAgainIsTheSame() {
    Draft draft = drafts.create("Pictures", version("1"));
    byte[] bytes = bytes(1_300_000);

    ImageContent content = images("a").keep(draft.id(), bytes);

    assertThat(content).isEqualTo(ImageContent.of(bytes));
    assertThat(images("a").keep(draft.id(), bytes)).isEqualTo(content);
    assertThat(images("a").read(draft.id(), content.sha256())).hasValue(bytes);
    assertThat(images("a").read(draft.id(), "0".repeat(64))).isEmpty();
  }

  @Test
  void anotherComputerFindsTheBytesInTheDatabase() {
    Draft draft = drafts.create("Shared", version("1"));
    byte[] bytes = bytes(700_000);
    String sha256 = images("mine").keep(draft.id(), bytes).sha256();

    assertThat(images("theirs").read(draft.id(), sha256)).hasValue(bytes);
    assertThat(folder.resolve("theirs").resolve(sha256)).hasBinaryContent(bytes);
  }

  @Test
  void theFileOutlivesTheDatabaseAndBringsTheRowsBack() throws SQLException {
    Draft draft = drafts.create("Lost", version("1"));
    byte[] bytes = bytes(10);
    String sha256 = images("a").keep(draft.id(), bytes).sha256();
    database().execute("delete from ontology.draft_blob");

    assertThat(images("a").read(draft.id(), sha256)).hasValue(bytes);
    assertThat(images("b").read(draft.id(), sha256)).hasValue(bytes);
  }

  @Test
  void aHarmedFileIsMadeAgainFromTheDatabase() throws IOException {
    Draft draft = drafts.create("Harmed", version("1"));
    byte[] bytes = bytes(1_000);
    String sha256 = images("a").keep(draft.id(), bytes).sha256();
    Files.write(folder.resolve("a").resolve(sha256), bytes(500));

    assertThat(images("a").read(draft.id(), sha256)).hasValue(bytes);
    assertThat(folder.resolve("a").resolve(sha256)).hasBinaryContent(bytes);
  }

  @Test
  void aDraftThatIsNotInTheDatabaseHasItsImagesInFiles() {
    UUID unknown = UUID.randomUUID();
    byte[] bytes = bytes(20);
    String sha256 = images("a").keep(unknown, bytes).sha256();

    assertThat(images("a").read(unknown, sha256)).hasValue(bytes);
    assertThat(images("b").read(unknown, sha256)).isEmpty();
  }
}
