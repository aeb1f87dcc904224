package org.ontodraft.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ResolveMerger;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.ontodraft.model.bench.BenchOntology;
import org.ontodraft.model.bench.TwoSides;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.schema.RepositorySchemas;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same three versions merged by a rebase and by Git: how long each takes, and of which files
 * each says that they conflict. The arguments are a scale, the draft's changes, the rounds and
 * upstream's changes.
 */
public final class GitMergeComparison {
  /** After so many rounds what runs in this process is compiled. */
  private static final int COMPILED = 20;

  private final PrintStream out;
  private final Path folder;
  private final TwoSides sides;
  private final int rounds;

  private GitMergeComparison(PrintStream out, Path folder, TwoSides sides, int rounds) {
    this.out = out;
    this.folder = folder;
    this.sides = sides;
    this.rounds = rounds;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    BenchOntology.Scale scale = BenchOntology.Scale.valueOf(arguments[0]);
    int changes = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    int upstreamChanges = Integer.parseInt(arguments[3]);
    TwoSides sides = TwoSides.of(scale, changes, upstreamChanges);
    Path folder = Files.createTempDirectory("git-merge");
    try {
      new GitMergeComparison(System.out, folder, sides, rounds).run();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void run() throws Exception {
    DraftOverlay draft = DraftOverlay.of(sides.base(), sides.changes());
    Map<String, String> mine = new TreeMap<>();
    for (DraftFiles.FileChange file : DraftFiles.of(draft)) {
      mine.put(file.path(), Objects.requireNonNull(file.after()));
    }
    write(mine);
    out.println("| What | median ms | files in conflict |");
    out.println("| --- | --- | --- |");
    git("checkout", "-q", "mine");
    time(
        "git merge, with its work tree",
        1,
        () -> {
          List<String> unmerged = gitMerge();
          git("merge", "--abort");
          return new TreeSet<>(unmerged);
        });
    Set<String> git = time("git merge-tree --write-tree", 1, this::mergeTree);
    try (Repository repository = new FileRepositoryBuilder().setWorkTree(folder.toFile()).build()) {
      time("JGit, recursive, in core", COMPILED, () -> jgit(repository));
    }
    RepositorySchemas schemas = RepositorySchemas.compile(Map.of());
    DraftValidation validated = DraftValidation.of(sides.base(), schemas).warm().with(draft);
    Set<String> ours =
        time(
            "rebase, validated",
            COMPILED,
            () -> conflicted(Rebase.analyze(validated, sides.canonical(), schemas)));
    compare(git, ours, Rebase.analyze(validated, sides.canonical(), schemas), mine.keySet());
  }

  private List<String> gitMerge() throws IOException, InterruptedException {
    git("merge", "-q", "--no-edit", "upstream");
    return git("diff", "--name-only", "--diff-filter=U");
  }

  private Set<String> mergeTree() throws IOException, InterruptedException {
    List<String> lines = git("merge-tree", "--write-tree", "--name-only", "mine", "upstream");
    List<String> files = lines.subList(1, lines.size());
    int end = files.indexOf("");
    return new TreeSet<>(end < 0 ? files : files.subList(0, end));
  }

  private static Set<String> jgit(Repository repository) throws IOException {
    ResolveMerger merger = (ResolveMerger) MergeStrategy.RECURSIVE.newMerger(repository, true);
    ObjectId mine = repository.resolve("mine");
    ObjectId upstream = repository.resolve("upstream");
    return merger.merge(mine, upstream) ? Set.of() : new TreeSet<>(merger.getUnmergedPaths());
  }

  private Set<String> conflicted(RebasePlan plan) {
    return plan.conflicted().stream()
        .map(merge -> path(merge.key()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String path(EntityKey key) {
    return sides.base().find(key).map(EntitySummary::sourcePath).orElseThrow();
  }

  private Set<String> time(String what, int warmUp, Callable<Set<String>> merge) throws Exception {
    List<Double> times = new ArrayList<>();
    Set<String> conflicts = Set.of();
    for (int round = -warmUp; round < rounds; round++) {
      long start = System.nanoTime();
      conflicts = merge.call();
      if (round >= 0) {
        times.add((System.nanoTime() - start) / 1e6);
      }
    }
    times.sort(Double::compare);
    out.printf(
        Locale.ROOT, "| %s | %.0f | %d |%n", what, times.get(times.size() / 2), conflicts.size());
    return conflicts;
  }

  /** What only one of the two calls a conflict, and whether what the other makes is right. */
  private void compare(Set<String> git, Set<String> ours, RebasePlan plan, Set<String> changed)
      throws IOException, InterruptedException {
    Map<String, EntityMerge> merges = new HashMap<>();
    plan.merges().forEach(merge -> merges.put(path(merge.key()), merge));
    int falseConflicts = 0;
    int wrong = 0;
    for (String path : git) {
      EntityMerge merge = merges.get(path);
      if (merge != null && !ours.contains(path)) {
        falseConflicts++;
        wrong += holdsBoth(merge) ? 0 : 1;
      }
    }
    Set<String> extra = new TreeSet<>(ours);
    extra.removeAll(git);
    Set<String> both = new HashSet<>(changed);
    both.removeAll(git);
    both.removeAll(ours);
    int different = 0;
    int merged = 0;
    String tree = git("merge-tree", "--write-tree", "mine", "upstream").getFirst();
    for (String path : both) {
      EntityMerge merge = Objects.requireNonNull(merges.get(path));
      if (sides.upstream().containsKey(merge.key())) {
        merged++;
        different += sameAsGit(tree, path, merge) ? 0 : 1;
      }
    }
    out.println();
    out.printf("False conflicts of Git's, merged by a rebase: %d%n", falseConflicts);
    out.printf("... of which wrongly merged: %d%n", wrong);
    out.printf("Conflicts that only a rebase sees: %d%n", extra.size());
    out.printf("Changed on both sides and merged by both: %d%n", merged);
    out.printf("... of which with another result: %d%n", different);
  }

  private boolean sameAsGit(String tree, String path, EntityMerge merge)
      throws IOException, InterruptedException {
    String text = output("show", tree + ":" + path);
    try {
      JsonNode read = new JsonMapper().readTree(text);
      EntityDocument result = merge.result();
      return result != null && sets(read).equals(sets(result.json()));
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Lists without their order: all of the lists here are sets. */
  private static Map<String, Object> sets(JsonNode document) {
    Map<String, Object> sets = new TreeMap<>();
    document
        .properties()
        .forEach(member ->
            sets.put(
                member.getKey(),
                member.getValue().isArray()
                    ? new HashSet<>(member.getValue().values())
                    : member.getValue().toString()));
    return sets;
  }

  /** Whether every value that a side changed is in the result, whole or item by item. */
  private boolean holdsBoth(EntityMerge merge) {
    EntityKey key = merge.key();
    EntityDocument mine = Objects.requireNonNull(sides.mine().get(key));
    EntityDocument upstream = Objects.requireNonNull(sides.upstream().get(key));
    EntityDocument base = sides.base().document(key);
    EntityDocument result = merge.result();
    return result != null && holds(result, base, mine) && holds(result, base, upstream);
  }

  private static boolean holds(EntityDocument result, EntityDocument base, EntityDocument side) {
    for (String field : side.json().propertyNames()) {
      JsonNode value = side.json().path(field);
      JsonNode merged = result.json().path(field);
      boolean lists = merged.isArray() && value.isArray();
      boolean held =
          lists ? new HashSet<>(merged.values()).containsAll(value.values()) : merged.equals(value);
      if (!value.equals(base.get(field)) && !held) {
        return false;
      }
    }
    return true;
  }

  /** Three branches in a new repository. */
  private void write(Map<String, String> mine) throws IOException, InterruptedException {
    git("init", "-q");
    git("config", "user.name", "Bench");
    git("config", "user.email", "bench@example.org");
    Process process =
        new ProcessBuilder("git", "fast-import", "--quiet").directory(folder.toFile()).start();
    Ontology base = sides.base();
    try (OutputStream in = new BufferedOutputStream(process.getOutputStream())) {
      commit(in, "base", "");
      for (EntityType type : EntityType.values()) {
        for (EntitySummary entity : base.entities(type)) {
          file(in, entity.sourcePath(), base.file(entity.key()).text());
        }
      }
      commit(in, "mine", "base");
      for (Map.Entry<String, String> each : mine.entrySet()) {
        file(in, each.getKey(), each.getValue());
      }
      commit(in, "upstream", "base");
      for (EntityKey key : sides.upstream().keySet()) {
        file(in, path(key), sides.canonical().file(key).text());
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("git fast-import failed");
    }
  }

  private static void commit(OutputStream in, String branch, String from) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("commit refs/heads/" + branch);
    lines.add("committer Bench <bench@example.org> 1767600000 +0000");
    lines.add("data 4");
    lines.add("text");
    if (!from.isEmpty()) {
      lines.add("from refs/heads/" + from);
    }
    write(in, lines);
  }

  private static void file(OutputStream in, String path, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(in, List.of("M 100644 inline " + path, "data " + bytes.length));
    in.write(bytes);
    in.write('\n');
  }

  private static void write(OutputStream in, List<String> lines) throws IOException {
    for (String line : lines) {
      in.write(line.getBytes(StandardCharsets.UTF_8));
      in.write('\n');
    }
  }

  /** The lines that Git prints; a conflict is an answer too. */
  private List<String> git(String... arguments) throws IOException, InterruptedException {
    return output(arguments).lines().toList();
  }

  private String output(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() > 1) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return text;
  }
}
