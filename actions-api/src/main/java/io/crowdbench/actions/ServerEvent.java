package io.crowdbench.actions;

/// An event that a server has sent over an [EventStream].
///
/// @param id the last id the server has named, in this event or before; empty if it has named none
/// @param type `message` unless the server says otherwise
/// @param data its lines, separated by line feeds
public record ServerEvent(String id, String type, String data) {}
