export default { optimizeDeps: { exclude: ['banmian'] }, worker: { format: 'es' } };
