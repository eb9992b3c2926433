package org.meetwright.cli.commands;

import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The signals that end a program: SIGTERM and SIGINT.
///
/// Java's class for them is `sun.misc.Signal`, which javac warns of in a way that cannot be
/// suppressed; so it is called by reflection.
final class Signals {
  private static final List<String> NAMES = List.of("TERM", "INT");

  private final Runnable action;

  Signals(Runnable action) {
    this.action = action;
  }

  /// Runs the action from now on instead of ending the program.
  void listen() {
    try {
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      setAll(
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                action.run();
                return null;
              }));
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException("This Java does not know signals", failed);
    }
  }

  /// Lets signals end the program again.
  void ignoreNoMore() {
    try {
      setAll(Class.forName("sun.misc.SignalHandler").getField("SIG_DFL").get(null));
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException("This Java does not know signals", failed);
    }
  }

  private static void setAll(@Nullable Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    for (String name : NAMES) {
      signal
          .getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
          .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    }
  }
}
