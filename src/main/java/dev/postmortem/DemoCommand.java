package dev.postmortem;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The demo. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
