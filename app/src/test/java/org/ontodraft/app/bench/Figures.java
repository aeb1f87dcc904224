package org.ontodraft.app.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Times by name, on the wall and of the processor, all threads of this process together. */
final class Figures {
  private final Map<String, List<Spent>> byName = new LinkedHashMap<>();

  /** What something took, in milliseconds. */
  record Spent(double wall, double processor) {
    static final Spent NOTHING = new Spent(0, 0);

    Spent plus(Spent other) {
      return new Spent(wall + other.wall, processor + other.processor);
    }

    Spent minus(Spent other) {
      return new Spent(wall - other.wall, processor - other.processor);
    }
  }

  /** Where a measurement begins. */
  record Start(long wall, long processor) {
    static Start now() {
      return new Start(System.nanoTime(), processorNanos());
    }

    Spent spent() {
      return new Spent((System.nanoTime() - wall) / 1e6, (processorNanos() - processor) / 1e6);
    }

    private static long processorNanos() {
      return ((com.sun.management.OperatingSystemMXBean)
              ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }
  }

  <T> T time(String name, Callable<T> work) throws Exception {
    Start start = Start.now();
    T result = work.call();
    add(name, start.spent());
    return result;
  }

  void add(String name, Spent spent) {
    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(spent);
  }

  void addAll(Figures others) {
    others.byName.forEach((name, spent) -> spent.forEach(each -> add(name, each)));
  }

  /** The median of what was taken by this name. */
  Spent median(String name) {
    List<Spent> all = byName.getOrDefault(name, List.of());
    return new Spent(
        middle(all.stream().mapToDouble(Spent::wall).sorted().toArray()),
        middle(all.stream().mapToDouble(Spent::processor).sorted().toArray()));
  }

  private static double middle(double[] sorted) {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  void print(PrintStream out) {
    byName.forEach((name, all) -> {
      Spent median = median(name);
      out.printf(
          Locale.ROOT,
          "%-58s wall %9.1f ms   processor %9.1f ms   n %d%n",
          name,
          median.wall(),
          median.processor(),
          all.size());
    });
  }
}
