package org.ontodraft.app.git;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetch, probe and push on behalf of our repository. */
final class RemoteOperations {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteOperations.class);

  private static final String BROUGHT = "refs/ontodraft/brought/";
  private static final int MAX_REASON = 2000;
  private static final List<String> USUAL_BRANCHES = List.of("main", "master");

  private final Repository repository;
  private final GitTransports transports;

  RemoteOperations(Repository repository, GitTransports transports) {
    this.repository = repository;
    this.transports = transports;
  }

  /** What the remote's HEAD stands for. */
  private sealed interface DefaultBranch {
    record Found(String name, ObjectId commit) implements DefaultBranch {}

    record None(FetchOutcome outcome) implements DefaultBranch {}
  }

  FetchOutcome fetch(
      Remote remote,
      @Nullable Credentials credentials,
      Progress progress,
      Supplier<FetchOutcome> fetched) {
    TransferProgress monitor = new TransferProgress(progress, "fetch");
    try (RemoteCall call = transports.call(repository, remote, credentials)) {
      try {
        monitor.begin();
        return switch (defaultBranch(call, remote)) {
          case DefaultBranch.None none -> none.outcome();
          case DefaultBranch.Found found -> {
            Optional<FetchOutcome> failure = bring(call, remote, found, monitor);
            yield failure.isPresent() ? failure.get() : fetched.get();
          }
        };
      } catch (IOException failure) {
        return call.fetchFailure(failure, monitor.isCancelled());
      }
    }
  }

  private DefaultBranch defaultBranch(RemoteCall call, Remote remote) throws IOException {
    Map<String, Ref> refs;
    try (FetchConnection connection =
        call.transport().openFetch(List.of(), Constants.HEAD, Constants.R_HEADS)) {
      refs = connection.getRefsMap();
    }
    Ref head = refs.get(Constants.HEAD);
    List<Ref> branches =
        refs.values().stream().filter(ref -> ref.getName().startsWith(Constants.R_HEADS)).toList();
    ObjectId commit = head == null ? null : head.getObjectId();
    if (head != null && commit != null) {
      return head.isSymbolic()
          ? new DefaultBranch.Found(head.getTarget().getName(), commit)
          : branches.stream()
              .filter(branch -> commit.equals(branch.getObjectId()))
              .min(Comparator.comparing(RemoteOperations::preference))
              .<DefaultBranch>map(branch -> new DefaultBranch.Found(branch.getName(), commit))
              .orElseGet(() -> none(new FetchOutcome.MissingDefaultBranch(Optional.empty())));
    }
    return branches.isEmpty()
        ? none(new FetchOutcome.NoCommits())
        : none(new FetchOutcome.MissingDefaultBranch(unbornBranch(remote)));
  }

  private static DefaultBranch none(FetchOutcome outcome) {
    return new DefaultBranch.None(outcome);
  }

  /** Of several branches at HEAD's commit the usual names first, then by name. */
  private static String preference(Ref branch) {
    String name = Repository.shortenRefName(branch.getName());
    int usual = USUAL_BRANCHES.indexOf(name);
    return (usual < 0 ? "9" : String.valueOf(usual)) + name;
  }

  /** A server does not tell the name of a HEAD without a commit; a folder can be asked. */
  private static Optional<String> unbornBranch(Remote remote) throws IOException {
    if (!(remote instanceof Remote.Folder folder)) {
      return Optional.empty();
    }
    try (Repository source = FolderInspection.repository(folder.path())) {
      Ref head = source.getRefDatabase().exactRef(Constants.HEAD);
      return head == null || !head.isSymbolic()
          ? Optional.empty()
          : Optional.of(Repository.shortenRefName(head.getTarget().getName()));
    }
  }

  private void headStart(Remote.Folder folder) {
    try (Repository source = FolderInspection.repository(folder.path())) {
      PackCopy.copy(source, repository);
    } catch (IOException ignored) {
      // The fetch meets the same folder and says what is wrong with it.
      LOG.debug("no head start from {}", folder.path(), ignored);
    }
  }

  private Optional<FetchOutcome> bring(
      RemoteCall call, Remote remote, DefaultBranch.Found found, TransferProgress monitor)
      throws IOException {
    Ref present = repository.getRefDatabase().exactRef(found.name());
    if (present == null || !found.commit().equals(present.getObjectId())) {
      if (present == null && remote instanceof Remote.Folder folder) {
        headStart(folder);
      }
      // Tags on the branch come with it. They are names to look at: one that moved is left alone.
      call.transport().setTagOpt(TagOpt.AUTO_FOLLOW);
      FetchResult result =
          call.transport()
              .fetch(monitor, List.of(new RefSpec("+" + found.name() + ":" + found.name())));
      for (TrackingRefUpdate update : result.getTrackingRefUpdates()) {
        if (update.getLocalName().startsWith(Constants.R_TAGS)) {
          continue;
        }
        switch (update.getResult()) {
          case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
          default -> {
            return Optional.of(
                new RemoteFailure.StorageFailed(found.name() + ": " + update.getResult()));
          }
        }
      }
    }
    if (monitor.isCancelled()) {
      return Optional.of(new RemoteFailure.Cancelled());
    }
    return link(found.name());
  }

  /** Makes the branch the head, and lets go of one that was the default before. */
  private Optional<FetchOutcome> link(String branch) throws IOException {
    Ref head = repository.getRefDatabase().exactRef(Constants.HEAD);
    String before = head == null ? branch : head.getTarget().getName();
    if (before.equals(branch)) {
      return Optional.empty();
    }
    RefUpdate.Result linked = repository.updateRef(Constants.HEAD).link(branch);
    switch (linked) {
      case NEW, FORCED, NO_CHANGE -> {}
      default -> {
        return Optional.of(new RemoteFailure.StorageFailed("HEAD: " + linked));
      }
    }
    if (repository.getRefDatabase().exactRef(before) != null) {
      RefUpdate old = repository.updateRef(before);
      old.setForceUpdate(true);
      old.delete();
    }
    return Optional.empty();
  }

  ProbeOutcome probe(
      Remote remote, @Nullable Credentials credentials, String branch, Progress progress) {
    TransferProgress monitor = new TransferProgress(progress, "probe");
    String name = Constants.R_HEADS + branch;
    try (RemoteCall call = transports.call(repository, remote, credentials)) {
      try (FetchConnection connection = call.transport().openFetch(List.of(), name)) {
        Ref found = connection.getRef(name);
        ObjectId commit = found == null ? null : found.getObjectId();
        return commit == null ? new ProbeOutcome.Absent() : new ProbeOutcome.Present(commit.name());
      } catch (IOException failure) {
        return call.failure(failure, monitor.isCancelled());
      }
    }
  }

  BranchesOutcome branches(Remote remote, @Nullable Credentials credentials, Progress progress) {
    TransferProgress monitor = new TransferProgress(progress, "probe");
    try (RemoteCall call = transports.call(repository, remote, credentials)) {
      try (FetchConnection connection = call.transport().openFetch(List.of(), Constants.R_HEADS)) {
        return new BranchesOutcome.Branches(
            connection.getRefs().stream()
                .map(Ref::getName)
                .filter(name -> name.startsWith(Constants.R_HEADS))
                .map(Repository::shortenRefName)
                .sorted()
                .toList());
      } catch (IOException failure) {
        return call.failure(failure, monitor.isCancelled());
      }
    }
  }

  /** Fetches one ref beside ours, where it keeps its objects from being cleared away. */
  Optional<RemoteFailure> bring(
      Remote remote, @Nullable Credentials credentials, String ref, Progress progress) {
    TransferProgress monitor = new TransferProgress(progress, "fetch");
    try (RemoteCall call = transports.call(repository, remote, credentials)) {
      try {
        monitor.begin();
        call.transport()
            .fetch(monitor, List.of(new RefSpec("+" + ref + ":" + BROUGHT + ref.substring(5))));
        return monitor.isCancelled()
            ? Optional.of(new RemoteFailure.Cancelled())
            : Optional.empty();
      } catch (IOException failure) {
        return Optional.of(call.failure(failure, monitor.isCancelled()));
      }
    }
  }

  PushOutcome push(
      Remote remote,
      @Nullable Credentials credentials,
      String branch,
      String commit,
      Optional<String> expected,
      Progress progress) {
    if (remote instanceof Remote.Bundle) {
      return new PushOutcome.ReadOnlyRemote();
    }
    TransferProgress monitor = new TransferProgress(progress, "push");
    try (RemoteCall call = transports.call(repository, remote, credentials)) {
      try {
        monitor.begin();
        RemoteRefUpdate update =
            new RemoteRefUpdate(
                repository,
                commit,
                ObjectId.fromString(commit),
                Constants.R_HEADS + branch,
                false,
                null,
                expected.map(ObjectId::fromString).orElse(ObjectId.zeroId()));
        PushResult result = call.transport().push(monitor, List.of(update));
        return outcome(update, result);
      } catch (IOException failure) {
        return call.failure(failure, monitor.isCancelled());
      }
    }
  }

  /** Deletes a branch that is where it is expected; one that is not there is deleted already. */
  PushOutcome delete(
      Remote remote,
      @Nullable Credentials credentials,
      String branch,
      String expected,
      Progress progress) {
    if (remote instanceof Remote.Bundle) {
      return new PushOutcome.ReadOnlyRemote();
    }
    TransferProgress monitor = new TransferProgress(progress, "push");
    try (RemoteCall call = transports.call(repository, remote, credentials)) {
      try {
        monitor.begin();
        RemoteRefUpdate update =
            new RemoteRefUpdate(
                repository,
                (String) null,
                ObjectId.zeroId(),
                Constants.R_HEADS + branch,
                true,
                null,
                ObjectId.fromString(expected));
        PushResult result = call.transport().push(monitor, List.of(update));
        return result.getAdvertisedRef(update.getRemoteName()) == null
            ? new PushOutcome.AlreadyThere()
            : outcome(update, result);
      } catch (IOException failure) {
        return call.failure(failure, monitor.isCancelled());
      }
    }
  }

  private static PushOutcome outcome(RemoteRefUpdate update, PushResult result) {
    Ref there = result.getAdvertisedRef(update.getRemoteName());
    ObjectId at = there == null ? null : there.getObjectId();
    return switch (update.getStatus()) {
      case OK -> new PushOutcome.Pushed();
      case UP_TO_DATE -> new PushOutcome.AlreadyThere();
      case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD ->
          at == null
              ? new PushOutcome.Rejected("the branch is gone")
              : new PushOutcome.BranchTaken(at.name());
      default -> new PushOutcome.Rejected(reason(update, result));
    };
  }

  /** What the server answers, and what its hooks say to people. */
  private static String reason(RemoteRefUpdate update, PushResult result) {
    String answer = Objects.requireNonNullElse(update.getMessage(), update.getStatus().name());
    String said = result.getMessages().strip();
    String both = said.isEmpty() ? answer : answer + ": " + said;
    return both.length() <= MAX_REASON ? both : both.substring(0, MAX_REASON) + "\u2026";
  }
}
