package io.crowdbench.provisioner.slave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlaveWorkTest {

  private static final int SLAVES = 3 * SlaveWork.MAX_AT_ONCE;

  private final SlaveWork work = new SlaveWork();
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicInteger atWork = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  @AfterEach
  void stop() {
    work.stop();
  }

  private void take() {
    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    atWork.decrementAndGet();
    ended.incrementAndGet();
  }

  @Test
  void worksOnManySlavesAtOnceAndLetsTheOthersWait() {
    for (int i = 0; i < SLAVES; i++) {
      work.start("slave-" + i, this::take);
    }
    await().until(() -> atWork.get() == SlaveWork.MAX_AT_ONCE);
    assertThat(work.isBusy("slave-" + (SLAVES - 1))).isTrue();

    done.countDown();

    await().until(() -> ended.get() == SLAVES);
    assertThat(most).hasValue(SlaveWork.MAX_AT_ONCE);
  }

  @Test
  void whatARunAsksForDoesNotWaitForDeployments() {
    for (int i = 0; i < SLAVES; i++) {
      work.start("slave-" + i, this::take);
    }
    var delivered = new CountDownLatch(1);

    work.startForRun("another", "bundle", delivered::countDown);

    await().until(() -> delivered.getCount() == 0);
    done.countDown();
  }

  @Test
  void whatARunAsksForAgainBeforeItIsDoneIsDoneOnce() {
    work.startForRun("one", "bundle", this::take);
    work.startForRun("one", "bundle", this::take);
    work.startForRun("one", "other bundle", this::take);
    done.countDown();
    await().until(() -> !work.isBusy("one"));
    assertThat(ended.get()).isEqualTo(2);

    work.startForRun("one", "bundle", this::take);

    await().until(() -> ended.get() == 3);
  }
}
