package org.meetwright.desktop.screen;

import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.shell.Screen;
import org.meetwright.desktop.task.Trouble;

/// A screen that loads what it shows.
public abstract class WorkingScreen implements Screen {
  private final ScreenWork<?> work;

  /// Creates it.
  protected WorkingScreen(ScreenWork<?> work) {
    this.work = work;
  }

  @Override
  public void shown() {
    work.shown();
  }

  @Override
  public void hidden() {
    work.hidden();
  }

  @Override
  public final ObservableValue<@Nullable Trouble> trouble() {
    return work.troubleProperty();
  }
}
