package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import picocli.CommandLine;
import tools.jackson.databind.node.StringNode;

/**
 * A workspace on a small disk that is full, or read-only, when upstream moves, and has room again
 * later.
 */
final class FullDiskChild {
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");
  private static final int ENTITIES = 300;

  private FullDiskChild() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path disk = Path.of(arguments[0]);
    Path elsewhere = Path.of(arguments[1]);
    try (GitHistory upstream = GitHistory.bare(elsewhere.resolve("upstream.git"))) {
      upstream.file("categories/A.json", "{\"id\": \"A\", \"label\": \"A\"}\n").commit("one");
      OpenRequest request = new OpenRequest.Folder(upstream.folder());
      List<String> acknowledged = new ArrayList<>();
      try (RealServices services = new RealServices(disk)) {
        Workspace workspace = services.open(request);
        out.println(workspace.info().id());
        DraftSession draft = done(workspace.startDraft("Mine"));
        acknowledged.add(label(draft, "before"));
        IntStream.range(0, ENTITIES)
            .forEach(i ->
                upstream.file(
                    "categories/B" + i + ".json",
                    "{\"id\": \"B" + i + "\", \"label\": \"" + "x".repeat(2_000) + "\"}\n"));
        upstream.commit("two");
        if (arguments[2].equals("read-only")) {
          workspace.close();
          remount(disk, "ro");
          out.println(
              "refresh " + code(services.services().opener().open(request, Progress.none())));
        } else {
          fill(disk, Integer.parseInt(arguments[2]));
          work(workspace, draft, acknowledged, out);
        }
      }
      makeRoom(disk);
      out.println("check " + check(disk));
      try (RealServices services = new RealServices(disk);
          Workspace workspace = services.open(request)) {
        assertThat(workspace.canonical().get().entities(EntityType.CATEGORY)).hasSize(ENTITIES + 1);
        DraftSession draft = done(workspace.openDraft(workspace.drafts().get().getFirst().id()));
        assertThat(workspace.effective().get().document(A).label())
            .contains(acknowledged.getLast());
        label(draft, "room again");
      }
      out.println("check " + check(disk));
    }
    out.println("passed");
  }

  private static void work(
      Workspace workspace, DraftSession draft, List<String> acknowledged, PrintStream out) {
    out.println("refresh " + code(workspace.refresh(Progress.none())));
    try {
      out.println("edit " + code(draft.setField(A, "label", StringNode.valueOf("squeezed in"))));
      acknowledged.add("squeezed in");
    } catch (UncheckedIOException notEvenTheJournal) {
      out.println("edit " + notEvenTheJournal.getMessage());
    }
    workspace.close();
  }

  private static String label(DraftSession draft, String label) {
    done(draft.setField(A, "label", StringNode.valueOf(label)));
    return label;
  }

  private static String code(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
  }

  private static void makeRoom(Path disk) throws IOException, InterruptedException {
    remount(disk, "rw");
    Files.deleteIfExists(disk.resolve("filler"));
  }

  private static void remount(Path disk, String how) throws IOException, InterruptedException {
    Process mount =
        new ProcessBuilder("mount", "-o", "remount," + how, disk.toString()).inheritIO().start();
    assertThat(mount.waitFor()).isZero();
  }

  private static int check(Path disk) {
    CommandLine line = Main.commandLine(new StartOptions());
    StringWriter said = new StringWriter();
    line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    String data = disk.resolve("data").toString();
    try (Stream<Path> stores = Files.list(disk.resolve("data/stores"))) {
      String store =
          stores
              .map(folder -> folder.getFileName().toString())
              .filter(name -> name.startsWith("upstream"))
              .findFirst()
              .orElseThrow();
      int code = line.execute("store", "check", store, "--data-dir", data);
      assertThat(code).as(said.toString()).isZero();
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To the last byte, then lets go of some. */
  private static void fill(Path disk, int room) throws IOException {
    Path filler = disk.resolve("filler");
    try (OutputStream filling = Files.newOutputStream(filler)) {
      byte[] block = new byte[512];
      while (true) {
        filling.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space");
    }
    try (FileChannel channel = FileChannel.open(filler, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - room);
    }
  }
}
