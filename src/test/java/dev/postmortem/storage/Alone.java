package dev.postmortem.storage;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Function;

/** A port each of whose calls is a piece of work of its own, so that tests read like its use. */
final class Alone {
  private static final Set<String> READING =
      Set.of(
          "find",
          "ofChannel",
          "capturing",
          "all",
          "of",
          "revision",
          "deleted",
          "status",
          "postings",
          "at",
          "nextDue",
          "isAnyDue",
          "name",
          "standing",
          "marked",
          "size",
          "latest",
          "filed",
          "voices",
          "unseen",
          "due",
          "copies",
          "bytes");

  private Alone() {}

  static <P> P each(Class<P> port, Store store, Function<Records, P> in) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              Function<Records, Object> call =
                  records -> call(method, in.apply(records), arguments);
              return READING.contains(method.getName()) ? store.read(call) : store.write(call);
            });
    return port.cast(proxy);
  }

  private static Object call(Method method, Object target, Object[] arguments) {
    try {
      method.setAccessible(true);
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
