package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.persistence.store.CheckFinding.Code;
import picocli.CommandLine;
import tools.jackson.databind.node.StringNode;

/** {@code ontodraft store} on the sample, with a draft in it. */
class StoreCommandTest {
  private static final EntityKey SPECIMEN = EntityKey.of(EntityType.CATEGORY, "Specimen");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path prepared;

  @SuppressWarnings("NullAway.Init")
  private static String workspace;

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path store;

  private record Run(int code, String out, String err) {}

  @BeforeAll
  static void prepareTheSample() {
    try (RealServices services = new RealServices(prepared)) {
      Workspace opened = services.open(new OpenRequest.Sample());
      workspace = opened.info().id();
      DraftSession session = done(opened.startDraft("Labels"));
      done(session.setField(SPECIMEN, "label", StringNode.valueOf("One")));
      done(session.setField(SPECIMEN, "label", StringNode.valueOf("Two")));
      opened.close();
    }
  }

  @BeforeEach
  void copyTheSample() throws IOException {
    Path from = prepared.resolve("data");
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(folder.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, folder.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
    store = folder.resolve("stores").resolve(workspace);
  }

  private Run store(String... arguments) {
    return storeIn(folder, arguments);
  }

  private static Run storeIn(Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of("store"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data-dir", data.toString()));
    CommandLine line = Main.commandLine(new StartOptions());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = line.execute(all.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  private void inDatabase(String sql) throws IOException, SQLException {
    String password = Files.readAllLines(store.resolve("passwords")).getFirst();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:async:" + store.resolve("store") + ";DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE",
                "owner",
                password);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }

  @Test
  void aHealthyStoreIsDescribedAndFoundSound() {
    assertThat(store("info").out()).contains(workspace);
    Run info = store("info", workspace);
    assertThat(info.code()).isZero();
    assertThat(info.out()).contains("Schema: ontology ").contains("Backups: 0");

    Run check = store("check", workspace);

    assertThat(check.out()).isEqualTo("The store is sound." + System.lineSeparator());
    assertThat(check.code()).isZero();
  }

  /** A kind of finding without a provocation does not compile. */
  private List<String> provoking(Code code) {
    return switch (code) {
      case SCHEMA_CHANGED ->
          List.of(
              "update ontology.\"flyway_schema_history\" set \"checksum\" = 7"
                  + " where \"version\" = '1'");
      case ROW_DIFFERS ->
          List.of(
              "update ontology.categories set label = 'Spacimen' where entity_key = 'Specimen'",
              "update ontology.properties set canonical_json = replace(canonical_json, 'e', 'f')");
      case ROW_MISSING -> List.of("delete from ontology.categories where entity_key = 'Specimen'");
      case ROW_EXTRA ->
          List.of(
              "update ontology.categories set entity_key = 'Spacimen'"
                  + " where entity_key = 'Specimen'");
      case REFERENCES_DIFFER ->
          List.of("delete from ontology.entity_reference where source_key = 'Specimen'");
      case JUNCTION_DIFFERS ->
          List.of(
              "delete from ontology.category_parent",
              "update ontology.category_property set is_required = not is_required");
      case FILE_DIFFERS ->
          List.of("delete from ontology.source_file where entity_key = 'Specimen'");
      case INDEX_DIFFERS ->
          List.of(
              "delete from ontology.packed_index; update ontology.categories"
                  + " set label = 'Spacimen' where entity_key = 'Specimen'");
      case COUNT_DIFFERS -> List.of("update ontology.ontology_version set entity_count = 1");
      case COMMIT_MISSING ->
          List.of(
              "update ontology.ontology_version set commit_sha ="
                  + " '0123456789012345678901234567890123456789'");
      case BASE_DIFFERS ->
          List.of("update ontology.draft_change set base_json = replace(base_json, 'e', 'f')");
      case CHANGE_BROKEN ->
          List.of(
              "update ontology.draft_change set patch ="
                  + " '[{\"op\": \"remove\", \"path\": \"/nothing\"}]'");
      case CHANGE_DIFFERS ->
          List.of("update ontology.draft_change set patch = replace(patch, 'Two', 'Twp')");
      case DRAFT_UNREADABLE ->
          List.of("update ontology.draft_change set patch = substring(patch, 2)");
      case STEP_DIFFERS ->
          List.of(
              "update ontology.draft_edit set forward_patch ="
                  + " replace(forward_patch, 'One', 'Onf')",
              "delete from ontology.draft_edit where position = 2");
      case LOG_HOLE -> List.of("delete from ontology.draft_edit where position = 1");
      case JOURNAL_OTHER -> List.of("update local.journal set id = random_uuid()");
      case JOURNAL_SHORT -> List.of("update ontology.journal_position set applied_seq = 100");
      case WORDS_DIFFER ->
          List.of(
              "update ontology.draft set title = 'Labals'",
              "update ontology.draft set description = 'Nobody wrote this'",
              "update ontology.draft set created_at = created_at - interval '1' day",
              "update ontology.draft set base_committed_at = current_timestamp",
              "update ontology.draft set status = 'validated', validated_at = current_timestamp",
              "update ontology.draft set modified_at = modified_at - interval '1' day");
      case DRAFT_LOST -> List.of("delete from ontology.draft");
      case UNREADABLE, SCHEMA_OLD, JOURNAL_DAMAGED, COPY_MISSING -> List.of();
    };
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void whatIsWrongIsFoundByName(Code code) throws Exception {
    for (String sql : provoking(code)) {
      removeTheCopy();
      copyTheSample();
      inDatabase(sql);
      assertFound(code, sql);
    }
    switch (code) {
      case UNREADABLE -> {
        Files.writeString(store.resolve("store.mv.db"), "no database");
        assertFound(code, "garbage");
      }
      case SCHEMA_OLD -> {
        assertThat(store("undo", workspace, "--to", "4").code()).isZero();
        assertFound(code, "version 4");
      }
      case JOURNAL_DAMAGED -> {
        Path journal = store.resolve("journal.log");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[80] ^= 0x10;
        Files.write(journal, bytes);
        assertFound(code, "a flipped bit");
      }
      case COPY_MISSING -> {
        try (Stream<Path> copies = Files.list(store.resolve("drafts"))) {
          Files.writeString(copies.findFirst().orElseThrow(), "{}");
        }
        assertFound(code, "an empty copy");
      }
      case JOURNAL_OTHER -> {
        Files.delete(store.resolve("journal.log"));
        assertFound(code, "no journal");
      }
      default -> assertThat(provoking(code)).isNotEmpty();
    }
  }

  private void assertFound(Code code, String provocation) {
    Run check = store("check", workspace);
    assertThat(check.out()).as(provocation).contains(code.id() + ": ");
    assertThat(check.code()).isEqualTo(1);
  }

  private void removeTheCopy() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void aTruncatedDatabaseIsFound() throws Exception {
    byte[] whole = Files.readAllBytes(store.resolve("store.mv.db"));
    for (int part = 0; part < 8; part++) {
      Files.write(store.resolve("store.mv.db"), Arrays.copyOf(whole, whole.length * part / 8));
      Run check = store("check", workspace);
      // Space that nothing is in may be at the end; a sound store has been compared row by row.
      if (part < 4 || check.code() != 0) {
        assertThat(check.out()).as("%d/8", part).contains("CHECK-");
        assertThat(check.code()).isEqualTo(1);
      }
    }
  }

  @Test
  void aBackupIsRestoredWithOneCommandAndTheWorkIsThere() throws Exception {
    Run backup = store("backup", workspace);
    assertThat(backup.code()).isZero();
    String archive = backup.out().strip().substring("Backup: ".length());
    assertThat(Path.of(archive)).exists();
    inDatabase("delete from ontology.draft");

    Run restored = store("restore", workspace, archive);

    assertThat(restored.code()).isZero();
    assertThat(restored.out()).contains("The state before is in ");
    assertThat(store("check", workspace).code()).isZero();
    assertThat(store("restore", workspace, store.resolve("lock").toString()).code()).isEqualTo(3);
    assertThat(store("check", workspace).code()).isZero();
  }

  /** Edits, words and whole drafts come and go while the backups are taken. */
  @Test
  void aBackupTakenWhileSomebodyEditsIsRestoredAsItWas(@TempDir Path elsewhere) throws Exception {
    Path home = elsewhere.resolve("home");
    Path file = elsewhere.resolve("backups/plants.zip");
    Files.createDirectories(elsewhere.resolve("backups"));
    List<String> labels = new ArrayList<>();
    String id;
    UUID draft;
    int before;
    int after;
    try (RealServices services = new RealServices(home);
        Workspace opened = services.open(new OpenRequest.Sample())) {
      id = opened.info().id();
      DraftSession session = done(opened.startDraft("Under way"));
      draft = session.id();
      AtomicBoolean stop = new AtomicBoolean();
      Supplier<Integer> editing =
          services
              .services()
              .tasks()
              .beside(() -> {
                for (int i = 0; !stop.get(); i++) {
                  String label = "Label " + i;
                  synchronized (labels) {
                    done(session.setField(SPECIMEN, "label", StringNode.valueOf(label)));
                    labels.add(label);
                  }
                  if (i % 5 == 0) {
                    done(opened.renameDraft(draft, "Under way " + i));
                  }
                }
                return labels.size();
              });
      while (count(labels) < 3) {
        Thread.onSpinWait();
      }
      done(opened.backUp(file)); // one that is replaced
      before = count(labels);
      done(opened.backUp(file));
      after = count(labels);
      stop.set(true);
      assertThat(editing.get()).isGreaterThanOrEqualTo(after);
    }
    assertThat(storeIn(home.resolve("data"), "restore", id, file.toString()).code()).isZero();
    assertThat(storeIn(home.resolve("data"), "check", id).out()).startsWith("The store is sound.");

    try (RealServices services = new RealServices(home);
        Workspace opened = services.open(new OpenRequest.Sample())) {
      DraftSession session = done(opened.openDraft(draft));
      String label = session.effective().get().document(SPECIMEN).label().orElseThrow();
      int kept = labels.indexOf(label) + 1;
      assertThat(kept).as("of %d to %d edits", before, after).isBetween(before, after + 1);
    }
  }

  private static int count(List<String> labels) {
    synchronized (labels) {
      return labels.size();
    }
  }

  @Test
  void versionsGoDownAndUp() {
    Run undo = store("undo", workspace, "--to", "4");
    assertThat(undo.out()).contains("to ontology 4");
    assertThat(undo.code()).isZero();
    Run old = store("check", workspace);
    assertThat(old.out()).contains("CHECK-02: ");
    assertThat(old.code()).isEqualTo(1);

    assertThat(store("migrate", workspace).code()).isZero();

    assertThat(store("check", workspace).out()).startsWith("The store is sound.");
    assertThat(store("info", workspace).out()).contains("Backups: 2");
  }

  @Test
  void aStoreIsAlsoMeantByTheFolderOfItsRepository() {
    Path upstream = prepared.resolve("data/sample/upstream.git");
    Run info = store("info", upstream.toString());
    // The sample is opened under a name of its own, so its folder is another workspace.
    assertThat(info.code()).isEqualTo(3);
    assertThat(info.err()).contains("STORE-11");
  }

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "check nothing-like-it | 3",
        "check https://forge.example/nobody/nothing.git | 3",
        "check ../../etc | 3",
        "check | 2",
        "undo W | 2",
        "undo W --to 0 | 2",
        "undo W --to 3 --schema public | 2",
        "restore W | 2",
        "frobnicate | 2",
        "'' | 2"
      })
  void whatCannotBeMeantIsRefused(String arguments, int code) {
    String[] words =
        Stream.of(arguments.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.equals("W") ? workspace : word)
            .toArray(String[]::new);

    Run run = store(words);

    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).isNotBlank();
    assertThat(store("check", workspace).code()).isZero();
  }

  @Test
  void aFolderWhereNothingIsKeptIsRefusedAndNotMade() {
    folder = folder.resolve("nowhere");
    Run run = store("info");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("STORE-12");
    assertThat(folder).doesNotExist();
  }

  /** In a process that does not have JavaFX. */
  @Test
  void noPartOfTheWindowIsNeeded() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("javafx") && !entry.contains("openjfx"))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            "org.ontodraft.app.bootstrap.Main",
            "--data-dir",
            folder.toString(),
            "store",
            "check",
            workspace);
    builder.environment().remove("DISPLAY");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("The store is sound.");
  }
}
