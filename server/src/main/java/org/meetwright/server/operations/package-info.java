/// Health, metrics, request ids and the access log.
@NullMarked
package org.meetwright.server.operations;

import org.jspecify.annotations.NullMarked;
