/// The socket: TLS, compression, and what protects it from clients that only hold it.
@NullMarked
package org.meetwright.server.listener;

import org.jspecify.annotations.NullMarked;
