/// What all calendar services have in common that are asked over HTTP: how hosts write addresses,
/// and what follows from answers.
@NullMarked
package org.meetwright.server.calendar.http;

import org.jspecify.annotations.NullMarked;
