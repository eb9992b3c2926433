package org.meetwright.cli.commands.outbox;

/// The state of a message, as it is typed on the command line.
enum State {
  pending,
  done,
  parked,
  withheld
}
