/// The socket: TLS, compression, and the reading of bodies.
@NullMarked
package org.meetwright.server.listener;

import org.jspecify.annotations.NullMarked;
