package org.ontodraft.app.service.workspace;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.rebase.RebasePlan;

/** Decides one conflict after another in favour of the draft, until it is killed. */
final class DecidingChild {
  private DecidingChild() {}

  /** Arguments: a folder with {@code upstream.git} and {@code home}. */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[0]);
    Workspace workspace =
        new RealServices(folder.resolve("home"))
            .open(new OpenRequest.Folder(folder.resolve("upstream.git")));
    RealServices.done(workspace.openDraft(workspace.drafts().get().getFirst().id()));
    while (true) {
      Optional<Resolution> next = workspace.forecast().get().flatMap(now -> first(now.plan()));
      if (next.isPresent()) {
        RealServices.done(workspace.decide(List.of(next.get()), List.of()));
        out.println("decided " + next.get().place());
      } else {
        Thread.sleep(10);
      }
    }
  }

  /** The first conflict that is open, decided for the draft. */
  static Optional<Resolution> first(RebasePlan plan) {
    for (EntityMerge merge : plan.merges()) {
      for (Conflict conflict : merge.conflicts()) {
        return Optional.of(
            new Resolution(
                conflict.place(),
                merge.sides().inputs(conflict.place().field()),
                Choice.of(Choice.Kind.MINE)));
      }
    }
    return Optional.empty();
  }
}
