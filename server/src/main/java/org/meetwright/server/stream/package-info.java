/// Streams of events (server-sent events) to hosts: who listens, and what they are sent.
@NullMarked
package org.meetwright.server.stream;

import org.jspecify.annotations.NullMarked;
