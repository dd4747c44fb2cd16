package io.crowdbench.provisioner.slave;

/// What a slave is, as it was when last looked at.
///
/// @param system kernel and processor, as in "Linux x86_64"
public record Facts(String system, int processors, long memoryMb, long freeDiskMb) {}
