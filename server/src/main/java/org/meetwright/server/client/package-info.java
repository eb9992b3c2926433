/// A client of the HTTP API, version 1: every operation of its document is a method with the same
/// name. It uses neither core nor the web server.
@NullMarked
package org.meetwright.server.client;

import org.jspecify.annotations.NullMarked;
