package org.ontodraft.app.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.ontodraft.app.task.Progress;

/** Fetches and pushes in a process of its own, and counts the processes that were started. */
final class ForeignSettingsProbe {
  private ForeignSettingsProbe() {}

  public static void main(String[] arguments) throws Exception {
    String address = arguments[1];
    Path cache = Path.of(arguments[2]);
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      String done = arguments[0].equals("ours") ? ours(address, cache) : plain(address, cache);
      recording.stop();
      Path file = cache.resolveSibling("events.jfr");
      recording.dump(file);
      List<RecordedEvent> started = RecordingFile.readAllEvents(file);
      Files.delete(file);
      System.out.println(done + ", processes " + started.size());
    }
  }

  private static String ours(String address, Path cache) {
    Remote remote = ((Remote.Parsed.Accepted) Remote.parse(address)).remote();
    try (GitTransports transports =
            new GitTransports(Path.of(System.getProperty("user.home")), Duration.ofSeconds(10));
        OntologyRepository repository = OntologyRepository.open(cache, transports)) {
      FetchOutcome fetched = repository.fetch(remote, null, Progress.none());
      PushOutcome pushed =
          repository.push(
              remote, null, "b", repository.head().commit(), Optional.empty(), Progress.none());
      return "fetched "
          + (fetched instanceof FetchOutcome.Fetched)
          + ", pushed "
          + (pushed instanceof PushOutcome.Pushed);
    }
  }

  private static String plain(String address, Path cache) throws Exception {
    try (Repository repository =
        new RepositoryBuilder().setGitDir(cache.toFile()).setBare().build()) {
      repository.create(true);
      try (Transport transport = Transport.open(repository, new URIish(address))) {
        transport.fetch(
            NullProgressMonitor.INSTANCE, List.of(new RefSpec("+refs/heads/main:refs/heads/main")));
        ObjectId head = repository.resolve("refs/heads/main");
        RemoteRefUpdate update =
            new RemoteRefUpdate(repository, "main", head, "refs/heads/b", false, null, null);
        transport.push(NullProgressMonitor.INSTANCE, List.of(update));
        return "status " + update.getStatus();
      }
    }
  }
}
