package org.ontodraft.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StateTest {
  @Test
  void a_follower_hears_the_present_value_and_each_later_one() {
    State<Integer> state = new State<>(1);
    List<Integer> heard = new ArrayList<>();

    Subscription subscription = state.follow(heard::add);
    state.set(2);
    state.update(value -> value + 1);
    subscription.close();
    state.set(9);

    assertThat(heard).containsExactly(1, 2, 3);
    assertThat(state.listenerCount()).isZero();
  }

  @Test
  void the_same_listener_twice_is_two_subscriptions() {
    State<Integer> state = new State<>(0);
    List<Integer> heard = new ArrayList<>();
    java.util.function.Consumer<Integer> listener = heard::add;

    Subscription first = state.follow(listener);
    Subscription second = state.follow(listener);
    first.close();
    first.close();
    state.set(5);
    second.close();

    assertThat(heard).containsExactly(0, 0, 5);
    assertThat(state.listenerCount()).isZero();
  }

  @Test
  void updates_of_many_threads_are_all_counted_and_heard_in_order() throws InterruptedException {
    State<Integer> state = new State<>(0);
    List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
    state.follow(heard::add);
    CountDownLatch done = new CountDownLatch(8);

    for (int thread = 0; thread < 8; thread++) {
      Thread.ofVirtual()
          .start(() -> {
            for (int i = 0; i < 500; i++) {
              state.update(value -> value + 1);
            }
            done.countDown();
          });
    }
    done.await();

    assertThat(state.get()).isEqualTo(4000);
    assertThat(heard).isSorted().hasSize(4001);
  }

  @Test
  void an_owner_closes_all_it_follows() {
    State<String> one = new State<>("a");
    State<String> two = new State<>("b");
    try (Subscriptions owned = new Subscriptions()) {
      owned.add(one.follow(value -> {}));
      owned.add(two.follow(value -> {}));
      assertThat(one.listenerCount() + two.listenerCount()).isEqualTo(2);
    }
    assertThat(one.listenerCount() + two.listenerCount()).isZero();
  }
}
