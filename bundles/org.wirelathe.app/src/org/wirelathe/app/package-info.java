/** The processes that run on hosts: send, sink, echo, ping and their like. */
package org.wirelathe.app;
