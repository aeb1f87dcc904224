package org.ontodraft.model.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.FileBytes;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.testing.OntologyGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.json.JsonMapper;

/** Reading a file, beside what Jackson alone takes to make a tree of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadBench {
  private static final int FILES = 3_000;

  private final JsonMapper jackson = JsonMapper.builder().build();
  private final List<byte[]> files = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final List<EntityKey> keys = new ArrayList<>();

  /** The files of schema.org's size. */
  public ReadBench() {
    OntologyGenerator.files(42, FILES)
        .forEach((path, text) -> {
          paths.add(path);
          keys.add(RepositoryLayout.entityOf(path).orElseThrow());
          files.add(text.getBytes(StandardCharsets.UTF_8));
        });
  }

  /** The baseline: a tree and nothing else. */
  @Benchmark
  @OperationsPerInvocation(FILES)
  public void bareTree(Blackhole hole) {
    for (byte[] file : files) {
      hole.consume(jackson.readTree(file));
    }
  }

  /** Strict reading: encoding, duplicates, bounds, shapes, id. */
  @Benchmark
  @OperationsPerInvocation(FILES)
  public void codec(Blackhole hole) {
    for (int i = 0; i < files.size(); i++) {
      FileBytes file = new FileBytes(paths.get(i), "", files.get(i));
      hole.consume(EntityCodec.ofPath(file.path()).decode(keys.get(i), List.of(file)));
    }
  }
}
