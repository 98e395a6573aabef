// The server uses the package as Node finds it; the client's part is bundled.
export default { serverExternalPackages: ['banmian'] };
